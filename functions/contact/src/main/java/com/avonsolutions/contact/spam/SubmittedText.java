package com.avonsolutions.contact.spam;

import com.avonsolutions.text.Unicode;
import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What a person or a robot typed. Absent texts are empty. Long texts are cut, to limit the filter's
 * work.
 *
 * @param lines the plain fields of the lead, such as the company, one a line
 * @param others answers to other questions of the form
 */
public record SubmittedText(
    String name, String email, String lines, String message, List<String> others) {
  private static final int MAX_LENGTH = 10_000;
  private static final int MAX_LINE_LENGTH = 300;
  static final Pattern WHITE_SPACE = Pattern.compile("\\s");
  private static final Pattern LINK = Pattern.compile("[/@=<\\[]|\\w\\.\\w");

  public SubmittedText {
    name = Unicode.cut(name, MAX_LINE_LENGTH);
    email = Unicode.cut(email, MAX_LINE_LENGTH);
    lines = Unicode.cut(lines, MAX_LENGTH);
    message = Unicode.cut(message, MAX_LENGTH);
    others = List.of(Unicode.cut(String.join("\n", others), MAX_LENGTH));
  }

  /** All texts but the e-mail address. */
  String words() {
    return name + '\n' + lines + '\n' + prose();
  }

  /** The words without links, addresses and markup. */
  String language() {
    StringJoiner language = new StringJoiner(" ");
    for (String word : WHITE_SPACE.split(words(), -1)) {
      if (!LINK.matcher(word).find()) {
        language.add(word);
      }
    }
    return language.toString();
  }

  /** The message and the other answers. */
  String prose() {
    return message + '\n' + others.get(0);
  }
}
