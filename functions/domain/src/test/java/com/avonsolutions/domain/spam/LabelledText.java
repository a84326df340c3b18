package com.avonsolutions.domain.spam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A line of {@code enquiries.psv} or {@code spam.psv}, written for this measure: no line came from
 * a real person. Lines take turns: one to tune the filter with, one to test it with.
 *
 * @param kind of spam, empty for an enquiry
 */
record LabelledText(
    String kind, String language, String phone, SubmittedText text, boolean forTuning) {
  private static final Path FOLDER =
      Path.of(
          System.getProperty("project.root"),
          "functions/domain/src/test/resources/com/avonsolutions/domain/spam");

  boolean isSpam() {
    return !kind.isEmpty();
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
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = new ArrayList<>();
      Collections.addAll(cells, line.split("\\|", -1));
      if (!spam) {
        cells.add(0, "");
      }
      texts.add(
          new LabelledText(
              cells.get(0),
              cells.get(1),
              cells.get(3),
              new SubmittedText(cells.get(2), cells.get(4), cells.get(5), cells.get(6), List.of()),
              texts.size() % 2 == 0));
    }
    return texts;
  }
}
