package com.avonsolutions.contact;

import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.form.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form of another site as it was sent, to be corrected and sent once more.
 *
 * @param notice what is wrong with the whole
 */
public record SentForm(List<Field> fields, String notice) {

  /** How a field is drawn. */
  public enum Kind {
    HIDDEN,
    LINE,
    LINES,
    TICK
  }

  /** A field with its own name, so that it is read as it was before. */
  public record Field(
      String id, String name, String label, String value, Kind kind, Optional<String> error) {}

  static SentForm rejected(Fields sent, List<Violation> violations) {
    Map<String, String> errors = new HashMap<>();
    violations.forEach(violation -> errors.put(violation.field(), violation.message()));
    List<Field> fields = new ArrayList<>();
    Map<String, String> values = new TreeMap<>(sent.all());
    // What the form has no field for is asked for here.
    errors.keySet().forEach(name -> values.putIfAbsent(name, ""));
    values.forEach(
        (name, value) -> fields.add(field("field-" + fields.size(), name, value, errors)));
    return new SentForm(List.copyOf(fields), "Please check what is marked and send it again.");
  }

  static SentForm unstored(Fields sent) {
    return kept(
        sent,
        "We could not store this just now. Everything you typed is still here: please send it"
            + " again in a moment.");
  }

  /** The form as it was sent, with what is to be said about it. */
  static SentForm kept(Fields sent, String notice) {
    return new SentForm(rejected(sent, List.of()).fields(), notice);
  }

  private static Field field(String id, String name, String value, Map<String, String> errors) {
    Optional<String> error = Optional.ofNullable(errors.get(name));
    String label = name.replaceAll("^form_fields\\[|[\\[\\]]", "").replaceAll("[-_]+", " ");
    return new Field(id, name, label, value, kind(name, value, error.isPresent()), error);
  }

  private static Kind kind(String name, String value, boolean wrong) {
    if (name.equals("consent") && wrong) {
      return Kind.TICK;
    }
    Optional<String> ours = FieldNames.ours(name);
    if (ours.isEmpty() && !wrong) {
      return Kind.HIDDEN;
    }
    return ours.filter("message"::equals).isPresent() || value.contains("\n")
        ? Kind.LINES
        : Kind.LINE;
  }
}
