package com.avonsolutions.text.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An object of a JSON document that we write, its members in the order in which they are put. What
 * is absent is left out; an empty list is not absent.
 */
public final class JsonWriter {
  private static final JsonFactory JSON = new JsonFactory();

  /** Each a text, a boolean, a long, a double, a document or a list of these. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  public JsonWriter put(String name, String value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, Optional<String> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  public JsonWriter put(String name, boolean value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, long value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, double value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, JsonWriter value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, List<JsonWriter> values) {
    members.put(name, values);
    return this;
  }

  public JsonWriter putTexts(String name, List<String> values) {
    members.put(name, values);
    return this;
  }

  /** The document in UTF-8. */
  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("An array of bytes does not fail", e);
    }
    return bytes.toByteArray();
  }

  @Override
  public String toString() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  private void write(JsonGenerator json) throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, Object> member : members.entrySet()) {
      json.writeFieldName(member.getKey());
      write(member.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof JsonWriter document) {
      document.write(json);
    } else if (value instanceof List<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(item, json);
      }
      json.writeEndArray();
    } else {
      throw new IllegalStateException("There is no way to put a " + value.getClass());
    }
  }
}
