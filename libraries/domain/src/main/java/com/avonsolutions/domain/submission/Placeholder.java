package com.avonsolutions.domain.submission;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What people and programs write into a field that has to be filled in, to say: there is none. */
public final class Placeholder {
  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
  private static final Pattern ZEROS = Pattern.compile("0+");
  private static final int MAX_LENGTH = 40;

  private static final Set<String> WORDS =
      Set.of(
          "",
          "na",
          "none",
          "nil",
          "null",
          "undefined",
          "nan",
          "no",
          "not available",
          "not applicable",
          "not given",
          "no number",
          "no phone",
          "no email",
          "x",
          "xx",
          "xxx",
          "nahi",
          "nahi hai",
          "नहीं",
          "नहीं है",
          "कोई नहीं");

  private Placeholder() {}

  /** Whether a text says that there is none: NA, N/A, none, nil, 0, or signs only. */
  public static boolean is(String text) {
    if (text.length() > MAX_LENGTH) {
      return false;
    }
    String plain = SIGNS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    return WORDS.contains(plain)
        || plain.equals("n a")
        || ZEROS.matcher(plain.replace(" ", "")).matches();
  }
}
