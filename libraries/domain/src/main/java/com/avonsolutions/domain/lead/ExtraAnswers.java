package com.avonsolutions.domain.lead;

import com.avonsolutions.text.Unicode;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

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
  private final Set<String> cut = new LinkedHashSet<>();
  private int length;

  /**
   * Adds what is printable of an answer, unless it is blank. A repeated name appends a line to the
   * earlier answer.
   */
  public ExtraAnswers add(String name, String answer) {
    // DynamoDB allows no empty key in a map.
    String line = Unicode.printableLine(Unicode.cut(name.strip(), MAX_NAME_LENGTH)).strip();
    String key = line.isEmpty() ? NAMELESS : line;
    String earlier = answers.getOrDefault(key, "");
    int room = Math.min(MAX_LENGTH, MAX_TOTAL_LENGTH - length + earlier.length());
    boolean full = earlier.isEmpty() && answers.size() == MAX_ANSWERS;
    // What is cut off is not looked at: an answer may be as long as a request.
    String printable = Unicode.printable(Unicode.cut(answer.strip(), MAX_LENGTH + 1)).strip();
    if (printable.isBlank()) {
      return this;
    }
    if (full || earlier.length() >= room) {
      cut.add(key);
      return this;
    }
    String whole = earlier.isEmpty() ? printable : earlier + '\n' + printable;
    if (whole.length() > room) {
      cut.add(key);
    }
    String kept = Unicode.cut(whole, room);
    length += kept.length() - earlier.length();
    answers.put(key, kept);
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
