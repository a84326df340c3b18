package com.avonsolutions.web.form;

import com.avonsolutions.text.Unicode;
import com.avonsolutions.text.json.Json;
import com.avonsolutions.web.http.HttpException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads every field of a JSON object: {@code {"a":{"b":1},"c":["x","y"]}} gives {@code a.b} = 1 and
 * {@code c} = x, y. In a list of objects with {@code name} and {@code value}, as HubSpot's forms
 * send them, each value gets its own name.
 */
final class AnyJsonFields {
  private final Fields.Builder fields = Fields.Builder.joiningRepeats();
  private final JsonParser json;

  private AnyJsonFields(JsonParser json) {
    this.json = json;
  }

  static Fields parse(byte[] body) {
    try (JsonParser json = Json.parser(body)) {
      AnyJsonFields reader = new AnyJsonFields(json);
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw HttpException.badRequest("Send a JSON object.");
      }
      reader.readObject("");
      if (json.nextToken() != null) {
        throw HttpException.badRequest("There is something after the JSON object.");
      }
      return reader.fields.build();
    } catch (CharacterCodingException e) {
      throw HttpException.badRequest("The text is not UTF-8.");
    } catch (IOException e) {
      // Jackson's message quotes the input, so it is not shown.
      throw HttpException.badRequest("This is not valid JSON.");
    }
  }

  private void readObject(String prefix) throws IOException {
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = path(prefix, json.currentName());
      readValue(name, json.nextToken());
    }
  }

  private void readValue(String name, JsonToken value) throws IOException {
    switch (value) {
      case START_OBJECT -> readObject(path(name, "."));
      case START_ARRAY -> {
        for (JsonToken item = json.nextToken(); item != JsonToken.END_ARRAY; ) {
          if (item == JsonToken.START_OBJECT) {
            readItem(name);
          } else {
            readValue(name, item);
          }
          item = json.nextToken();
        }
      }
      case VALUE_NULL -> {
        // A field without a value is no field.
      }
      default -> fields.add(name, json.getText());
    }
  }

  /** Reads an object in a list: a field with its own name and value, or any other object. */
  private void readItem(String list) throws IOException {
    Map<String, String> flat = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
        flat.put(name, json.getText());
      } else {
        readValue(path(list, '.' + name), value);
      }
    }
    String named = flat.get("name");
    String value = flat.get("value");
    if (named != null && value != null) {
      fields.add(named, value);
    } else {
      flat.forEach((name, text) -> fields.add(path(list, '.' + name), text));
    }
  }

  /** Cut at once: below a long name, every other name would cost its length. */
  private static String path(String prefix, String name) {
    return prefix.length() >= Fields.MAX_NAME_LENGTH
        ? prefix
        : Unicode.cut(prefix + name, Fields.MAX_NAME_LENGTH);
  }
}
