package com.avonsolutions.domain.lead;

import com.avonsolutions.text.Unicode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects the answers to questions that we have no field for, within the limits of a table's item:
 * at most {@link #MAX_ANSWERS} of {@link #MAX_LENGTH} characters, {@link #MAX_TOTAL_LENGTH} in all.
 * Longer answers are cut and further ones left out, and {@link #CUT} names them: a lead must not be
 * lost because its form is large.
 */
public final class ExtraAnswers {
  /** The key of an entry that names the answers which were cut or left out. */
  public static final String CUT = "_cut";

  private static final String NAMELESS = "?";
  public static final int MAX_ANSWERS = 100;
  private static final int MAX_NAME_LENGTH = 100;
  public static final int MAX_LENGTH = 5_000;

  // At up to three bytes a character this stays below the 400 kB of an item and, with the rest of
  // the lead, below the 256 kB of a queue's message.
  public static final int MAX_TOTAL_LENGTH = 50_000;

  private final Map<String, String> answers = new LinkedHashMap<>();
  private final List<String> cut = new ArrayList<>();
  private int length;

  /** Adds an answer, unless it is blank. A repeated name appends a line to the earlier answer. */
  public ExtraAnswers add(String name, String answer) {
    // DynamoDB allows no empty key in a map.
    String key = name.isBlank() ? NAMELESS : Unicode.cut(name.strip(), MAX_NAME_LENGTH);
    String earlier = answers.getOrDefault(key, "");
    String whole = earlier.isEmpty() ? answer : earlier + '\n' + answer;
    int room = Math.min(MAX_LENGTH, MAX_TOTAL_LENGTH - length + earlier.length());
    boolean full = earlier.isEmpty() && answers.size() == MAX_ANSWERS;
    if (answer.isBlank()) {
      return this;
    }
    if (full || whole.length() > room) {
      cut.add(key);
    }
    if (!full && room > 0) {
      String kept = Unicode.cut(whole, room);
      length += kept.length() - earlier.length();
      answers.put(key, kept);
    }
    return this;
  }

  public Map<String, String> build() {
    Map<String, String> built = new LinkedHashMap<>(answers);
    if (!cut.isEmpty()) {
      built.put(CUT, Unicode.cut(String.join(", ", cut), MAX_LENGTH));
    }
    return Map.copyOf(built);
  }
}
