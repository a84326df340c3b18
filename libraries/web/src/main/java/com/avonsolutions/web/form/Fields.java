package com.avonsolutions.web.form;

import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.http.HttpException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a form, a query or a JSON object said, by field name. Every value is text: JSON's numbers
 * and booleans as they are written. A field stands once.
 */
public final class Fields {
  private static final int MOST = 200;
  private static final Set<String> TICKED = Set.of("yes", "true", "on", "1");

  private final Map<String, String> values;

  private Fields(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /** The field as it was sent, or nothing when it is missing or only blanks. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * What a person typed, without blanks around it; empty when the field is missing. A browser's own
   * form sends a line break as two characters, which would count against the limit that the page
   * shows; here it is always one. Pasted text brings invisible blanks of many kinds.
   */
  public String typed(String name) {
    return text(name).map(value -> PlainText.strip(value.replace("\r\n", "\n"))).orElse("");
  }

  /** Whether a box is ticked, in any of the ways in which forms and scripts say so. */
  public boolean ticked(String name) {
    return text(name).filter(TICKED::contains).isPresent();
  }

  public Map<String, String> all() {
    return values;
  }

  /** Collects fields and refuses what no honest form sends. */
  static final class Builder {
    private final Map<String, String> values = new LinkedHashMap<>();
    private final boolean repeats;

    private Builder(boolean repeats) {
      this.repeats = repeats;
    }

    /** For our own forms, in which no field stands twice. */
    static Builder ofOurs() {
      return new Builder(false);
    }

    /** For any form: boxes of one name are one field, their values parted by commas. */
    static Builder ofAny() {
      return new Builder(true);
    }

    /**
     * Adds a field.
     *
     * @throws HttpException 400 when it is there already and must not be, is no Unicode, or there
     *     are too many
     */
    void add(String name, String value) {
      if (values.size() == MOST) {
        throw HttpException.badRequest("There are more than " + MOST + " fields.");
      }
      if (!Unicode.isWhole(name) || !Unicode.isWhole(value)) {
        throw HttpException.badRequest("A field holds half a character.");
      }
      String earlier = values.putIfAbsent(name, value);
      if (earlier != null && !repeats) {
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
