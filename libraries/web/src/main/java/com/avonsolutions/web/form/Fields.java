package com.avonsolutions.web.form;

import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form, a query or a JSON object, by name. Every value is text; numbers and
 * booleans of JSON stay as they are written.
 */
public final class Fields {
  public static final int MAX_FIELDS = 200;
  private static final Set<String> TICKED = Set.of("yes", "true", "on", "1");

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
    return text(name).filter(TICKED::contains).isPresent();
  }

  public Map<String, String> all() {
    return values;
  }

  /** Collects fields and rejects what no honest form sends. */
  static final class Builder {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final boolean joinsRepeats;

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
      if (values.size() == MAX_FIELDS) {
        throw HttpException.badRequest("There are more than " + MAX_FIELDS + " fields.");
      }
      if (!Unicode.isWhole(name) || !Unicode.isWhole(value)) {
        throw HttpException.badRequest("A field holds half a character.");
      }
      String earlier = values.putIfAbsent(name, value);
      if (earlier != null && !joinsRepeats) {
        throw HttpException.badRequest("A field was sent more than once.");
      }
      if (earlier != null && !value.isBlank()) {
        values.put(name, earlier.isBlank() ? value : earlier + ", " + value);
      }
    }

    Fields build() {
      return new Fields(values);
    }
  }
}
