package com.avonsolutions.web.page;

import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.text.Resources;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A version of the words that our own forms show for consent: what stands beside each box, and the
 * privacy notice behind it. The build makes them of {@code libraries/web/src/main/notices}.
 *
 * @param hash of the words, with those of the notice
 * @param statements the HTML beside the box of each purpose; empty for all but the current version
 */
public record ConsentWords(
    String version, String language, String hash, Map<Purpose, String> statements) {
  private static final List<ConsentWords> ALL =
      Resources.lines(ConsentWords.class, "consent-words.txt").stream()
          .map(ConsentWords::parse)
          .toList();

  private static final ConsentWords CURRENT =
      ALL.stream()
          .filter(words -> !words.statements().isEmpty())
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("No version has statements"));

  /** The words that our forms show now. */
  public static ConsentWords current() {
    return CURRENT;
  }

  /** Whether our own forms have ever shown words of this name. */
  public static boolean areOurs(String version) {
    return ALL.stream().anyMatch(words -> words.version().equals(version));
  }

  /**
   * The words that a submission says its sender was shown. Without a language they are those of the
   * version, if it has one language only.
   */
  public static ShownWords shown(String version, Optional<String> language) {
    List<ConsentWords> found =
        ALL.stream()
            .filter(words -> words.version().equals(version))
            .filter(words -> language.isEmpty() || language.get().equals(words.language()))
            .toList();
    return found.size() == 1
        ? new ShownWords(
            version, Optional.of(found.get(0).language()), Optional.of(found.get(0).hash()))
        : new ShownWords(version, language, Optional.empty());
  }

  /** What stands beside the box of a purpose, as safe HTML. */
  public String statement(Purpose purpose) {
    return Optional.ofNullable(statements.get(purpose))
        .orElseThrow(() -> new IllegalStateException("No statement for " + purpose.code()));
  }

  private static ConsentWords parse(String line) {
    String[] fields = line.split("\t", -1);
    Map<Purpose, String> statements = new TreeMap<>();
    for (int i = 3; i + 1 < fields.length; i += 2) {
      statements.put(Purpose.of(fields[i]).orElseThrow(), fields[i + 1]);
    }
    return new ConsentWords(fields[0], fields[1], fields[2], statements);
  }
}
