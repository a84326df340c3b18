package com.avonsolutions.text.json;

import com.avonsolutions.text.Unicode;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An object of a JSON document that somebody else made. It is asked for what one hopes to find and
 * gives nothing where something else stands: platforms write ids as numbers or as texts, and one
 * thing where others write a list of one. Numbers stay as they are written, so that a long id keeps
 * its last digits.
 */
public final class JsonReader {
  private static final int DEEPEST = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
          .build();

  /** Each a text, a tree or a list of these; null is left out. */
  private final Map<String, Object> members;

  private JsonReader(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Reads a document that is one object, at most 32 levels deep; its size is the caller's to bound.
   *
   * @throws MalformedJsonException when it is broken, no UTF-8, too deep, or no object
   */
  public static JsonReader parse(byte[] document) {
    try {
      // Decoded first, because Jackson lets overlong forms pass.
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document)).toString();
      try (JsonParser json = JSON.createParser(text)) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
          throw new MalformedJsonException();
        }
        JsonReader tree = readObject(json);
        if (json.nextToken() != null) {
          throw new MalformedJsonException();
        }
        return tree;
      }
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  private static JsonReader readObject(JsonParser json) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = whole(json.currentName());
      if (json.nextToken() != JsonToken.VALUE_NULL) {
        members.put(name, readValue(json));
      }
    }
    return new JsonReader(members);
  }

  private static Object readValue(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> readObject(json);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
          if (json.currentToken() != JsonToken.VALUE_NULL) {
            items.add(readValue(json));
          }
        }
        yield items;
      }
      default -> whole(json.getText());
    };
  }

  private static String whole(String text) {
    return Unicode.isWhole(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
  }

  /** A text, number or boolean as text; a blank one is nothing. */
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A whole number, written as number or as text. */
  public Optional<Long> number(String name) {
    return text(name).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }

  public Optional<JsonReader> object(String name) {
    return members.get(name) instanceof JsonReader tree ? Optional.of(tree) : Optional.empty();
  }

  /** The objects of a list, or the one object that stands in its place. */
  public List<JsonReader> objects(String name) {
    return items(name).stream()
        .filter(JsonReader.class::isInstance)
        .map(JsonReader.class::cast)
        .toList();
  }

  /** The texts, numbers and booleans of a list, or the one that stands in its place. */
  public List<String> texts(String name) {
    return items(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private List<?> items(String name) {
    Object member = members.get(name);
    if (member instanceof List<?> list) {
      return list;
    }
    return member == null ? List.of() : List.of(member);
  }

  /** Everything that {@link #text} finds, in the document's order. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.keySet().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
    return Collections.unmodifiableMap(texts);
  }

  /**
   * Hands over every text of the tree under its path: {@code {"a":{"b":1},"c":["x","y"]}} is {@code
   * a.b} with 1 and {@code c} with x and then y.
   */
  public void forEach(BiConsumer<String, String> reader) {
    members.forEach((name, value) -> visit(name, value, reader));
  }

  private static void visit(String path, Object value, BiConsumer<String, String> reader) {
    if (value instanceof JsonReader tree) {
      tree.forEach((name, text) -> reader.accept(path + '.' + name, text));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> visit(path, item, reader));
    } else {
      reader.accept(path, (String) value);
    }
  }
}
