package com.avonsolutions.text.json;

import com.avonsolutions.text.Unicode;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A JSON object that somebody else wrote. Its getters are lenient, because platforms write ids as
 * numbers or as texts, and a single item where others write a list of one; a value of another type
 * counts as absent. Numbers keep their text, so that a long id keeps its last digits; whole ones
 * lose a fraction of zeros.
 */
public final class JsonReader {
  /** Of a document, lists and objects included; a thousand leads of a platform have fewer. */
  public static final int MAX_VALUES = 100_000;

  private static final int MAX_PATH_LENGTH = 500;

  /** Longer ones are no ids and no phone numbers. */
  private static final int MAX_NUMBER_LENGTH = 40;

  /** The values are String, JsonReader, or List of these; null is left out. */
  private final Map<String, Object> members;

  private JsonReader(Map<String, Object> members) {
    this.members = members;
  }

  /**
   * Reads a document that is one object. The caller limits its size.
   *
   * @throws MalformedJsonException when it is malformed, not UTF-8, nested more than 32 levels
   *     deep, of more than {@link #MAX_VALUES}, or not an object
   */
  public static JsonReader parse(byte[] document) {
    if (readDocument(document) instanceof JsonReader object) {
      return object;
    }
    throw new MalformedJsonException();
  }

  /**
   * Reads a document that is one object or a list of objects.
   *
   * @throws MalformedJsonException as {@link #parse}, and when the list is empty or has another
   *     item
   */
  public static List<JsonReader> parseAll(byte[] document) {
    Object root = readDocument(document);
    List<?> items = root instanceof List<?> list ? list : List.of(root);
    List<JsonReader> objects =
        items.stream().filter(JsonReader.class::isInstance).map(JsonReader.class::cast).toList();
    if (objects.isEmpty() || objects.size() < items.size()) {
      throw new MalformedJsonException();
    }
    return objects;
  }

  private static Object readDocument(byte[] document) {
    try (JsonParser json = Json.parser(document)) {
      JsonToken first = json.nextToken();
      if (first != JsonToken.START_OBJECT && first != JsonToken.START_ARRAY) {
        throw new MalformedJsonException();
      }
      Object root = new Values(json).read();
      if (json.nextToken() != null) {
        throw new MalformedJsonException();
      }
      return root;
    } catch (IOException e) {
      throw new MalformedJsonException(e);
    }
  }

  /** Reads the values of one document and counts them. */
  private static final class Values {
    private final JsonParser json;
    private int count;

    Values(JsonParser json) {
      this.json = json;
    }

    Object read() throws IOException {
      count++;
      if (count > MAX_VALUES) {
        throw new MalformedJsonException();
      }
      return switch (json.currentToken()) {
        case START_OBJECT -> readObject();
        case START_ARRAY -> readList();
        case VALUE_NUMBER_FLOAT -> plainNumber(json.getText());
        default -> whole(json.getText());
      };
    }

    private JsonReader readObject() throws IOException {
      Map<String, Object> members = new LinkedHashMap<>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = whole(json.currentName());
        if (json.nextToken() != JsonToken.VALUE_NULL) {
          members.put(name, read());
        }
      }
      return new JsonReader(members);
    }

    private List<Object> readList() throws IOException {
      List<Object> items = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_NULL) {
          items.add(read());
        }
      }
      return items;
    }
  }

  /** Spreadsheets write a phone number as 9876543210.0 or 9.87654321E9. */
  private static String plainNumber(String number) {
    if (number.length() > MAX_NUMBER_LENGTH) {
      return number;
    }
    BigDecimal value;
    try {
      value = new BigDecimal(number).stripTrailingZeros();
    } catch (NumberFormatException e) {
      // Its exponent is beyond all measure.
      return number;
    }
    return value.scale() <= 0 && value.precision() - value.scale() <= MAX_NUMBER_LENGTH
        ? value.toPlainString()
        : number;
  }

  /** Replaces unpaired surrogates by question marks or U+FFFD, so that the text can be stored. */
  private static String whole(String text) {
    return Unicode.isWhole(text)
        ? text
        : new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
  }

  /** A text, number or boolean as text; a blank text counts as absent. */
  public Optional<String> text(String name) {
    return members.get(name) instanceof String text && !text.isBlank()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** A whole number of at most 18 digits, written as a number or as a text. */
  public Optional<Long> number(String name) {
    return text(name).filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
  }

  public Optional<JsonReader> object(String name) {
    return members.get(name) instanceof JsonReader object ? Optional.of(object) : Optional.empty();
  }

  /** The objects of a list; a single object counts as a list of one. */
  public List<JsonReader> objects(String name) {
    return items(name).stream()
        .filter(JsonReader.class::isInstance)
        .map(JsonReader.class::cast)
        .toList();
  }

  /** The texts, numbers and booleans of a list; a single one counts as a list of one. */
  public List<String> texts(String name) {
    return items(name).stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }

  private List<?> items(String name) {
    Object member = members.get(name);
    return member == null ? List.of() : flat(member).toList();
  }

  /** Lists in lists count as one. */
  private static Stream<?> flat(Object member) {
    return member instanceof List<?> list
        ? list.stream().flatMap(JsonReader::flat)
        : Stream.of(member);
  }

  /** All members that {@link #text} finds, in the document's order. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    members.keySet().forEach(name -> text(name).ifPresent(text -> texts.put(name, text)));
    return Collections.unmodifiableMap(texts);
  }

  /** The names of all members, in the document's order. */
  public Set<String> names() {
    return Collections.unmodifiableSet(members.keySet());
  }

  /**
   * Visits every text with its path: {@code {"a":{"b":1},"c":["x","y"]}} gives {@code a.b} with 1,
   * {@code c} with x, {@code c} with y. A path is cut at {@link #MAX_PATH_LENGTH}: below a long
   * name, each text would cost its length.
   */
  public void forEach(BiConsumer<String, String> visitor) {
    members.forEach((name, value) -> visit(Unicode.cut(name, MAX_PATH_LENGTH), value, visitor));
  }

  private static void visit(String path, Object value, BiConsumer<String, String> visitor) {
    if (value instanceof JsonReader object) {
      object.forEach(
          (name, text) -> visitor.accept(Unicode.cut(path + '.' + name, MAX_PATH_LENGTH), text));
    } else if (value instanceof List<?> items) {
      items.forEach(item -> visit(path, item, visitor));
    } else {
      visitor.accept(path, (String) value);
    }
  }
}
