package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.template.SamTemplate.Index;
import com.avonsolutions.sandbox.template.SamTemplate.KeyElement;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Adds items to the tables of a stopped DynamoDB Local by writing to its file: the engine itself
 * stores about a hundred items a second on disk, so that a million would take hours. Table keys
 * must be strings that do not exist yet; index keys may be numbers.
 */
public final class BulkLoader implements AutoCloseable {
  private final BiConsumer<String, @Nullable Object[]> rows;

  private BulkLoader(BiConsumer<String, @Nullable Object[]> rows) {
    this.rows = rows;
  }

  /** Opens the folder of an engine that created the tables and is closed. */
  public static BulkLoader open(Path folder) {
    return new BulkLoader(EmbeddedDynamoDb.rowWriter(folder));
  }

  /** Adds an item in the engine's format. */
  public void add(Table table, Map<String, AttributeValue> item) {
    List<@Nullable Object> values = new ArrayList<>();
    List<String> keys = table.keys().stream().map(KeyElement::attribute).toList();
    keys.forEach(key -> values.add(key(item, key)));
    keys.forEach(key -> values.add(sha1(text(item, key))));
    values.add(size(item));
    values.add(json(item));
    if (keys.size() > 1 && !table.indexes().isEmpty()) {
      values.add(sha1(keys.stream().map(key -> text(item, key)).toArray(byte[][]::new)));
    }
    indexed(table, keys).forEach(key -> values.add(key(item, key)));
    rows.accept(table.logicalId(), values.toArray());
  }

  /** The attributes that are keys of indexes only, in the order of their columns. */
  private static Set<String> indexed(Table table, List<String> keys) {
    Set<String> attributes = new LinkedHashSet<>();
    for (Index index : table.indexes()) {
      index.keys().forEach(key -> attributes.add(key.attribute()));
    }
    attributes.removeAll(Set.copyOf(keys));
    return attributes;
  }

  private static @Nullable Object key(Map<String, AttributeValue> item, String key) {
    AttributeValue value = item.get(key);
    if (value == null) {
      return null;
    }
    return value.n() == null ? text(item, key) : new BigDecimal(value.n());
  }

  private static byte[] text(Map<String, AttributeValue> item, String key) {
    return Objects.requireNonNull(item.get(key), key).s().getBytes(UTF_8);
  }

  /** The engine uses this hash to divide parallel scans and to order equal keys of an index. */
  private static byte[] sha1(byte[]... keys) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1");
      for (byte[] key : keys) {
        digest.update(key);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-1", e);
    }
  }

  private static byte[] json(Map<String, AttributeValue> item) {
    try {
      return JSON.std.asBytes(plain(item));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> plain(Map<String, AttributeValue> item) {
    Map<String, Object> plain = new HashMap<>();
    item.forEach((name, value) -> plain.put(name, plain(value)));
    return plain;
  }

  private static Map<String, Object> plain(AttributeValue value) {
    Object content =
        switch (value.type()) {
          case S -> value.s();
          case N -> value.n();
          case BOOL -> value.bool();
          case M -> plain(value.m());
          case L -> value.l().stream().map(BulkLoader::plain).toList();
          default ->
              throw new IllegalArgumentException("Unsupported attribute type " + value.type());
        };
    return Map.of(value.type().name(), content);
  }

  /** By DynamoDB's rules, which decide the capacity of a read. */
  static long size(Map<String, AttributeValue> item) {
    return item.entrySet().stream().mapToLong(a -> length(a.getKey()) + size(a.getValue())).sum();
  }

  private static long size(AttributeValue value) {
    return switch (value.type()) {
      case S -> length(value.s());
      case N -> (value.n().length() + 1) / 2 + 1;
      case BOOL -> 1;
      case M -> 3 + value.m().size() + size(value.m());
      case L -> 3 + value.l().size() + value.l().stream().mapToLong(BulkLoader::size).sum();
      default -> throw new IllegalArgumentException("Unsupported attribute type " + value.type());
    };
  }

  private static long length(String text) {
    return text.getBytes(UTF_8).length;
  }

  @Override
  public void close() {
    try {
      ((AutoCloseable) rows).close();
    } catch (Exception e) {
      throw new IllegalStateException("The rows were not written", e);
    }
  }
}
