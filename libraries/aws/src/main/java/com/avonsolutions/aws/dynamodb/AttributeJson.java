package com.avonsolutions.aws.dynamodb;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Items in DynamoDB's own JSON, {@code {"id":{"S":"…"}}}, for the attribute types that our items
 * use.
 */
public final class AttributeJson {

  private AttributeJson() {}

  /** Writes an object with sorted keys, so that equal items give equal JSON. */
  public static void write(Map<String, AttributeValue> item, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    for (var attribute : new TreeMap<>(item).entrySet()) {
      json.writeFieldName(attribute.getKey());
      write(attribute.getValue(), json);
    }
    json.writeEndObject();
  }

  private static void write(AttributeValue value, JsonGenerator json) throws IOException {
    json.writeStartObject();
    json.writeFieldName(value.type().name());
    switch (value.type()) {
      case S -> json.writeString(value.s());
      case N -> json.writeString(value.n());
      case BOOL -> json.writeBoolean(value.bool());
      case M -> write(value.m(), json);
      case L -> {
        json.writeStartArray();
        for (AttributeValue member : value.l()) {
          write(member, json);
        }
        json.writeEndArray();
      }
      default -> throw new IllegalArgumentException("Unsupported attribute type " + value.type());
    }
    json.writeEndObject();
  }

  /**
   * Reads the object at the parser's position.
   *
   * @throws IOException when it is malformed or not an item
   */
  public static Map<String, AttributeValue> read(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_OBJECT);
    Map<String, AttributeValue> item = new HashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      expect(json, json.nextToken(), JsonToken.START_OBJECT);
      item.put(name, readValue(json));
    }
    return item;
  }

  /** Reads {@code {"S":"…"}}, both braces included. */
  private static AttributeValue readValue(JsonParser json) throws IOException {
    expect(json, json.nextToken(), JsonToken.FIELD_NAME);
    String type = json.currentName();
    json.nextToken();
    AttributeValue value =
        switch (type) {
          case "S" -> AttributeValue.fromS(text(json));
          case "N" -> AttributeValue.fromN(text(json));
          case "BOOL" -> AttributeValue.fromBool(json.getBooleanValue());
          case "M" -> AttributeValue.fromM(read(json));
          case "L" -> AttributeValue.fromL(readList(json));
          default -> throw unexpected(json);
        };
    expect(json, json.nextToken(), JsonToken.END_OBJECT);
    return value;
  }

  private static List<AttributeValue> readList(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.START_ARRAY);
    List<AttributeValue> values = new ArrayList<>();
    while (json.nextToken() == JsonToken.START_OBJECT) {
      values.add(readValue(json));
    }
    expect(json, json.currentToken(), JsonToken.END_ARRAY);
    return values;
  }

  private static String text(JsonParser json) throws IOException {
    expect(json, json.currentToken(), JsonToken.VALUE_STRING);
    return json.getText();
  }

  private static void expect(JsonParser json, JsonToken found, JsonToken wanted)
      throws IOException {
    if (found != wanted) {
      throw unexpected(json);
    }
  }

  private static IOException unexpected(JsonParser json) {
    return new IOException("Not an item at " + json.currentLocation().offsetDescription());
  }
}
