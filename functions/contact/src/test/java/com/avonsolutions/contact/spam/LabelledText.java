package com.avonsolutions.contact.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A line of {@code enquiries.psv} or {@code spam.psv}. All lines were written for this measure;
 * none is from a real person.
 *
 * @param kind of spam, empty for an enquiry
 */
record LabelledText(String kind, String language, SubmittedText text, Part part) {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("project.root"),
          "functions/contact/src/test/resources/com/avonsolutions/contact/spam");

  /**
   * The set of a line. A mark such as {@code #unseen} begins a set; the lines before the first mark
   * alternate between the first two sets.
   */
  enum Part {
    /** The filter's words and points were tuned on these. */
    TUNING,
    /** Written together with the tuning set, but not used for tuning. */
    TEST,
    /** Written after the filter was finished. */
    UNSEEN,
    /** Enquiries of trades whose words spammers use, and spam in those words; used for tuning. */
    TRADES,
    /** The same, written before {@link #TRADES} was used, and not used for tuning. */
    TRADES_TEST
  }

  static List<LabelledText> enquiries() throws IOException {
    return read("enquiries.psv", false);
  }

  static List<LabelledText> spam() throws IOException {
    return read("spam.psv", true);
  }

  private static List<LabelledText> read(String file, boolean spam) throws IOException {
    List<String> lines = Files.readAllLines(FOLDER.resolve(file));
    List<LabelledText> texts = new ArrayList<>();
    Optional<Part> marked = Optional.empty();
    for (String line : lines.subList(1, lines.size())) {
      if (line.startsWith("#")) {
        String mark = line.substring(1).replace('-', '_').toUpperCase(Locale.ROOT);
        marked = Optional.of(Part.valueOf(mark));
        continue;
      }
      List<String> cells = new ArrayList<>();
      Collections.addAll(cells, line.split("\\|", -1));
      if (!spam) {
        cells.add(0, "");
      }
      Part turn = texts.size() % 2 == 0 ? Part.TUNING : Part.TEST;
      texts.add(
          new LabelledText(
              cells.get(0),
              cells.get(1),
              new SubmittedText(cells.get(2), cells.get(4), cells.get(5), cells.get(6), List.of()),
              marked.orElse(turn)));
    }
    return texts;
  }
}
