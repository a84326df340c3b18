package com.avonsolutions.web.page;

import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.text.Resources;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A version of the words that our own forms show for consent: what stands beside each box, and the
 * privacy notice behind it. The build makes them of {@code libraries/web/src/main/notices}.
 */
public final class ConsentWords {
  /** The hidden fields in which a form names the words that it shows, see consentWords.jte. */
  public static final String VERSION_FIELD = "consentVersion";

  private static final String LANGUAGE_FIELD = "consentLanguage";
  public static final Set<String> FIELDS = Set.of(VERSION_FIELD, LANGUAGE_FIELD);

  private static final List<ConsentWords> ALL = read();

  /** Version, language and hash; of the current version also each purpose and its statement. */
  private final List<String> fields;

  private ConsentWords(String line) {
    fields = List.of(line.split("\t", -1));
  }

  /** The words that our forms show now. */
  public static ConsentWords current() {
    for (ConsentWords words : ALL) {
      if (words.fields.size() > 3) {
        return words;
      }
    }
    throw new IllegalStateException("No version has statements");
  }

  /** Whether our own forms have ever shown words of this name. */
  public static boolean areOurs(String version) {
    return !named(version, Optional.empty()).isEmpty();
  }

  /** The words that a submission names in its {@link #FIELDS}, cut to their limits. */
  public static ShownWords shown(Fields fields) {
    return shown(
        PlainText.bounded(fields.text(VERSION_FIELD), ShownWords.MAX_VERSION_LENGTH)
            .orElse("unnamed"),
        PlainText.bounded(fields.text(LANGUAGE_FIELD), ShownWords.MAX_LANGUAGE_LENGTH));
  }

  /**
   * The words that a submission says its sender was shown. Without a language they are those of the
   * version, if it has one language only.
   */
  static ShownWords shown(String version, Optional<String> language) {
    List<ConsentWords> named = named(version, language);
    return named.size() == 1
        ? new ShownWords(
            version, Optional.of(named.get(0).language()), Optional.of(named.get(0).hash()))
        : new ShownWords(version, language, Optional.empty());
  }

  private static List<ConsentWords> named(String version, Optional<String> language) {
    List<ConsentWords> named = new ArrayList<>();
    for (ConsentWords words : ALL) {
      if (words.version().equals(version)
          && language.orElse(words.language()).equals(words.language())) {
        named.add(words);
      }
    }
    return named;
  }

  public String version() {
    return fields.get(0);
  }

  public String language() {
    return fields.get(1);
  }

  /** The hash of the words, with those of the notice. */
  public String hash() {
    return fields.get(2);
  }

  /** What stands beside the box of a purpose, as safe HTML. */
  public String statement(Purpose purpose) {
    int place = fields.indexOf(purpose.code());
    if (place < 0) {
      throw new IllegalStateException("No statement for " + purpose.code());
    }
    return fields.get(place + 1);
  }

  private static List<ConsentWords> read() {
    List<ConsentWords> all = new ArrayList<>();
    for (String line : Resources.lines(ConsentWords.class, "consent-words.txt")) {
      all.add(new ConsentWords(line));
    }
    return all;
  }
}
