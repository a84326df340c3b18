package com.avonsolutions.domain.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the answers to questions that we have no field for, within what an item of a table can
 * hold: at most 100 answers of 5,000 characters, 50,000 in all. What is above is cut or left out,
 * and {@link #CUT} says so, for a lead must not be lost because its form is large.
 */
public final class MoreAnswers {
  /** Beside the answers, names those of which something is missing. */
  public static final String CUT = "_cut";

  private static final String NAMELESS = "?";
  private static final int MOST = 100;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST = 5_000;

  // In characters of up to three bytes each, under the 400 kB of an item and, with everything else
  // that a lead may hold, under the 256 kB of a message in a queue.
  private static final int ALL = 50_000;

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> cut = new ArrayList<>();
  private int length;

  /** Adds an answer; a blank one is none. A second one of the same name begins a new line. */
  public MoreAnswers add(String name, String answer) {
    // A member of an item has a name.
    String key = name.isBlank() ? NAMELESS : cut(name.strip(), LONGEST_NAME);
    String earlier = answers.getOrDefault(key, "");
    String whole = earlier.isEmpty() ? answer : earlier + '\n' + answer;
    int room = Math.min(LONGEST, ALL - length + earlier.length());
    boolean full = earlier.isEmpty() && answers.size() == MOST;
    if (answer.isBlank()) {
      return this;
    }
    if (full || whole.length() > room) {
      cut.add(key);
    }
    if (!full && room > 0) {
      String kept = cut(whole, room);
      length += kept.length() - earlier.length();
      answers.put(key, kept);
    }
    return this;
  }

  public Map<String, String> build() {
    Map<String, String> built = new LinkedHashMap<>(answers);
    if (!cut.isEmpty()) {
      built.put(CUT, cut(String.join(", ", cut), LONGEST));
    }
    return Map.copyOf(built);
  }

  /** Cuts a text without parting a surrogate pair. */
  public static String cut(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
  }
}
