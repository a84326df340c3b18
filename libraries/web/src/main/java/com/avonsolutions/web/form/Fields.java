package com.avonsolutions.web.form;

import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.submission.YesNo;
import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.HttpException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a form, a query or a JSON object, by name. Every value is text; numbers and
 * booleans of JSON stay as they are written.
 */
public final class Fields {
  /** Values, not names: a field that is repeated counts each time. */
  public static final int MAX_FIELDS = 200;

  /** At which a name is cut, in characters; some builders put the whole question there. */
  public static final int MAX_NAME_LENGTH = 500;

  /** Nothing is joined to a text that is longer. It is too long for every field of a lead. */
  private static final int MAX_JOINED_LENGTH = ExtraAnswers.MAX_LENGTH;

  private final Map<String, String> values;

  private Fields(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The field as it was sent; empty when it is missing or blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The field as a person typed it, without white space and invisible characters around it; empty
   * when it is missing. A line break is one character here. Browsers send it as two, which would
   * count against the limit that the page shows.
   */
  public String typed(String name) {
    return text(name).map(value -> PlainText.strip(value.replace("\r\n", "\n"))).orElse("");
  }

  /** Whether a box is ticked, in any of the spellings of forms and scripts. */
  public boolean ticked(String name) {
    return text(name).filter(YesNo::isYes).isPresent();
  }

  /**
   * What is in a trap, a field that people do not see; empty when nothing is. Scripts send a "no"
   * for a box that is not ticked.
   */
  public String trap(String name) {
    return Optional.of(typed(name)).filter(value -> !YesNo.isNo(value)).orElse("");
  }

  public Map<String, String> all() {
    return values;
  }

  /** A name as it is stored and shown: printable, one line, and not longer than a question. */
  static String shortName(String name) {
    return Unicode.cut(Unicode.printableLine(name), MAX_NAME_LENGTH);
  }

  /** Collects fields and rejects what no honest form sends. */
  static final class Builder {
    private final Map<String, StringBuilder> values = new LinkedHashMap<>();
    private final boolean joinsRepeats;
    private int count;

    private Builder(boolean joinsRepeats) {
      this.joinsRepeats = joinsRepeats;
    }

    /** For our own forms, which send each field once. */
    static Builder rejectingRepeats() {
      return new Builder(false);
    }

    /** For any form: the values of one name, e.g. of several boxes, are joined with commas. */
    static Builder joiningRepeats() {
      return new Builder(true);
    }

    /**
     * Adds a field.
     *
     * @throws HttpException 400 for a repeat that is not allowed, a lone surrogate, or too many
     *     fields
     */
    void add(String name, String value) {
      if (++count > MAX_FIELDS) {
        throw HttpException.badRequest("There are more than " + MAX_FIELDS + " fields.");
      }
      if (!Unicode.isWhole(name) || !Unicode.isWhole(value)) {
        throw HttpException.badRequest("A field holds half a character.");
      }
      String text = Unicode.withoutTurns(value);
      StringBuilder earlier = values.putIfAbsent(shortName(name), new StringBuilder(text));
      if (earlier == null) {
        return;
      }
      if (!joinsRepeats) {
        throw HttpException.badRequest("A field was sent more than once.");
      }
      if (earlier.chars().allMatch(Character::isWhitespace)) {
        earlier.setLength(0);
      }
      if (!text.isBlank() && earlier.length() <= MAX_JOINED_LENGTH) {
        earlier.append(earlier.isEmpty() ? "" : ", ").append(text);
      }
    }

    Fields build() {
      Map<String, String> texts = new HashMap<>();
      values.forEach((name, text) -> texts.put(name, text.toString()));
      return new Fields(texts);
    }
  }
}
