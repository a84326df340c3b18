package com.avonsolutions.build;

import com.avonsolutions.text.Sha256;
import java.text.Normalizer;
import java.util.stream.Collectors;

/**
 * The hash of the exact words that a person was shown, independent of how an editor or a checkout
 * writes lines and letters.
 */
public final class WordsHash {
  private static final String ALGORITHM = "sha256:";

  private WordsHash() {}

  /**
   * The form that is hashed: NFC, lines that end with LF alone, no blanks at the end of a line or
   * of the text, no byte order mark. Of a file in this form, {@code sha256sum} prints the same.
   */
  public static String canonical(String text) {
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return Normalizer.normalize(plain, Normalizer.Form.NFC)
            .lines()
            .map(String::stripTrailing)
            .collect(Collectors.joining("\n"))
            .stripTrailing()
        + "\n";
  }

  /** The hash as it is stored: {@code sha256:} and 64 hexadecimal digits. */
  public static String of(String text) {
    return ALGORITHM + digits(text);
  }

  /** The hexadecimal digits alone. */
  public static String digits(String text) {
    return Sha256.hex(canonical(text));
  }
}
