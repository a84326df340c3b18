package com.avonsolutions.text.json;

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
 * A JSON object that we write. Members keep the order in which they are put. An absent value is
 * left out; an empty list is written.
 */
public final class JsonWriter {
  /** The values are String, Boolean, Long, Double, JsonWriter, Optional, or List of these. */
  private final Map<String, Object> members = new LinkedHashMap<>();

  public JsonWriter put(String name, String value) {
    members.put(name, value);
    return this;
  }

  public JsonWriter put(String name, Optional<String> value) {
    value.ifPresent(present -> put(name, present));
    return this;
  }

  /** Writes null for an absent value. */
  public JsonWriter putOrNull(String name, Optional<String> value) {
    members.put(name, value);
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

  /** An array of objects as a document of its own. */
  public static String array(List<JsonWriter> objects) {
    return new String(document(objects), StandardCharsets.UTF_8);
  }

  /** The object in UTF-8. */
  public byte[] bytes() {
    return document(this);
  }

  private static byte[] document(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = Json.FACTORY.createGenerator(bytes)) {
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException("Writing to memory does not fail", e);
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
    } else if (value instanceof JsonWriter object) {
      object.write(json);
    } else if (value instanceof Optional<?> optional) {
      if (optional.isPresent()) {
        write(optional.get(), json);
      } else {
        json.writeNull();
      }
    } else if (value instanceof List<?> items) {
      json.writeStartArray();
      for (Object item : items) {
        write(item, json);
      }
      json.writeEndArray();
    } else {
      throw new IllegalStateException("No put method takes a " + value.getClass());
    }
  }
}
