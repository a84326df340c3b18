package com.avonsolutions.contact;

import com.avonsolutions.text.Unicode;
import com.avonsolutions.web.form.Fields;
import com.avonsolutions.web.form.Rejection;
import com.avonsolutions.web.page.ConsentWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A form of another site as our page shows it again, with its own fields.
 *
 * @param notice about the whole form
 */
public record PostedFormView(List<Field> fields, String notice) {

  private static final String CONSENT = "consent";

  /** How a field is rendered: as a hidden field, one line, several lines, or our consent box. */
  public enum Kind {
    HIDDEN,
    LINE,
    LINES,
    CONSENT
  }

  /** A field under the name that the other site gave it, so that it is read as before. */
  public record Field(
      String id, String name, String label, String value, Kind kind, Optional<String> error) {}

  static PostedFormView rejected(Fields sent, Rejection rejection) {
    Map<String, String> errors = new HashMap<>();
    rejection
        .violations()
        .forEach(
            wrong ->
                errors.put(isConsent(wrong.field()) ? CONSENT : wrong.field(), wrong.message()));
    Map<String, String> values = new TreeMap<>(sent.all());
    // A missing field that the form does not have is asked for here.
    errors.keySet().forEach(name -> values.putIfAbsent(name, ""));
    if (errors.containsKey(CONSENT)) {
      // Our consent box names our own words.
      values.keySet().removeAll(ConsentWords.FIELDS);
      // The box replaces the form's own answers, which would refuse again.
      values.keySet().removeIf(PostedFormView::isConsent);
      values.put(CONSENT, "");
    }
    List<Field> fields = new ArrayList<>();
    values.forEach(
        (name, value) ->
            fields.add(field("field-" + fields.size(), name, Unicode.printable(value), errors)));
    return new PostedFormView(
        List.copyOf(fields),
        rejection.notice().orElse("Please check what is marked and send it again."));
  }

  private static Field field(String id, String name, String value, Map<String, String> errors) {
    Optional<String> error = Optional.ofNullable(errors.get(name));
    String label = name.replaceAll("^form_fields\\[|[\\[\\]]", "").replaceAll("[-_]+", " ");
    return new Field(id, name, label, value, kind(name, value, error.isPresent()), error);
  }

  private static boolean isConsent(String name) {
    return FieldNames.ours(name).filter(CONSENT::equals).isPresent();
  }

  private static Kind kind(String name, String value, boolean wrong) {
    if (name.equals(CONSENT) && wrong) {
      return Kind.CONSENT;
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
