package com.avonsolutions.answers;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Short forms and split words of chats with what they stand for, from {@code short-forms.txt}. */
final class ShortForms {
  private static final int MAX_WORDS = 3;

  private final Map<String, List<String>> byForm = new HashMap<>();

  /**
   * Parses the file.
   *
   * @param lines "form, other form = words"; forms have no apostrophes
   */
  ShortForms(List<String> lines) {
    for (String line : lines) {
      int equals = line.indexOf('=');
      List<String> words = List.of(line.substring(equals + 1).strip().split("\\s+", -1));
      for (String form : line.substring(0, equals).split(",", -1)) {
        byForm.put(form.strip(), words);
      }
    }
  }

  /** How many words the longest short form has that starts here; 0 without one. */
  int length(List<Token> words, int at) {
    for (int length = Math.min(MAX_WORDS, words.size() - at); length > 0; length--) {
      if (byForm.containsKey(form(words, at, length))) {
        return length;
      }
    }
    return 0;
  }

  /** The words that the short form at this place stands for. */
  List<String> written(List<Token> words, int at, int length) {
    return byForm.getOrDefault(form(words, at, length), List.of());
  }

  private static String form(List<Token> words, int at, int length) {
    StringBuilder form = new StringBuilder();
    for (Token word : words.subList(at, at + length)) {
      form.append(form.isEmpty() ? "" : " ").append(word.text().replace("'", ""));
    }
    return form.toString();
  }
}
