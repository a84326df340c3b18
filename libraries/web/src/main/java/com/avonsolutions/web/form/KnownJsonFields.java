package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.text.json.Json;
import com.avonsolutions.web.http.HttpException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the known fields of a JSON object as texts, and skips the others. An object or a list in a
 * known field is a violation.
 */
final class KnownJsonFields {
  private KnownJsonFields() {}

  static Fields parse(byte[] body, Set<String> known) {
    Fields.Builder fields = Fields.Builder.rejectingRepeats();
    List<Violation> violations = new ArrayList<>();
    try (JsonParser json = Json.parser(body)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw HttpException.badRequest("Send a JSON object.");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value == JsonToken.START_OBJECT || value == JsonToken.START_ARRAY) {
          json.skipChildren();
          if (known.contains(name)) {
            violations.add(new Violation(name, "This has to be text, not a list or an object."));
          }
        } else if (value != JsonToken.VALUE_NULL && known.contains(name)) {
          fields.add(name, json.getText());
        }
      }
      if (json.nextToken() != null) {
        throw HttpException.badRequest("There is something after the JSON object.");
      }
    } catch (CharacterCodingException e) {
      throw HttpException.badRequest("The text is not UTF-8.");
    } catch (IOException e) {
      // Jackson's message quotes the input, so it is not shown.
      throw HttpException.badRequest("This is not valid JSON.");
    }
    if (!violations.isEmpty()) {
      throw new InvalidSubmissionException(violations);
    }
    return fields.build();
  }
}
