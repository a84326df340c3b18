package com.avonsolutions.contact.spam;

import java.util.List;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * What a person, or a robot, typed. Absent texts are empty; long ones are cut, for the filter's
 * work must have a bound.
 *
 * @param others answers to other questions of the form
 */
public record SubmittedText(
    String name, String email, String company, String message, List<String> others) {
  private static final int LONGEST = 10_000;
  private static final int LONGEST_LINE = 300;
  static final Pattern BLANK = Pattern.compile("\\s");
  private static final Pattern LINK = Pattern.compile("[/@=<\\[]|\\w\\.\\w");

  public SubmittedText {
    name = cut(name, LONGEST_LINE);
    email = cut(email, LONGEST_LINE);
    company = cut(company, LONGEST_LINE);
    message = cut(message, LONGEST);
    others = List.of(cut(String.join("\n", others), LONGEST));
  }

  /** Everything but the address and the phone, which are no words. */
  String words() {
    return name + '\n' + company + '\n' + prose();
  }

  /** The same without addresses and markup, which are no language. */
  String language() {
    StringJoiner language = new StringJoiner(" ");
    for (String word : BLANK.split(words(), -1)) {
      if (!LINK.matcher(word).find()) {
        language.add(word);
      }
    }
    return language.toString();
  }

  /** What is written freely. */
  String prose() {
    return message + '\n' + others.get(0);
  }

  private static String cut(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit);
  }
}
