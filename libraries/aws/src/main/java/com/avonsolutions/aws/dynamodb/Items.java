package com.avonsolutions.aws.dynamodb;

import com.avonsolutions.domain.StoreUnavailableException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Reads and writes the attributes of items, and translates the SDK's exceptions. */
public final class Items {
  private static final String CONDITION_FAILED = "ConditionalCheckFailed";

  private Items() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Seconds since 1970, the format of time to live. */
  public static AttributeValue epochSeconds(Instant instant) {
    return number(instant.getEpochSecond());
  }

  /** Builds an item; absent values get no attribute. */
  public static final class Builder {
    private final Map<String, AttributeValue> item = new HashMap<>();

    public Builder put(String name, String value) {
      item.put(name, text(value));
      return this;
    }

    public Builder put(String name, Optional<String> value) {
      value.ifPresent(present -> put(name, present));
      return this;
    }

    public Builder put(String name, AttributeValue value) {
      item.put(name, value);
      return this;
    }

    public Builder putMap(String name, Optional<Map<String, AttributeValue>> value) {
      value.ifPresent(present -> item.put(name, AttributeValue.fromM(present)));
      return this;
    }

    /** Adds a map of texts, unless it is empty. */
    public Builder put(String name, Map<String, String> texts) {
      if (!texts.isEmpty()) {
        Map<String, AttributeValue> values = new HashMap<>();
        texts.forEach((key, value) -> values.put(key, text(value)));
        item.put(name, AttributeValue.fromM(values));
      }
      return this;
    }

    public Map<String, AttributeValue> build() {
      return Map.copyOf(item);
    }
  }

  public static String required(Map<String, AttributeValue> item, String name) {
    return optional(item, name)
        .orElseThrow(() -> new IllegalStateException("An item has no attribute " + name));
  }

  public static Optional<String> optional(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::s);
  }

  public static Optional<Long> optionalNumber(Map<String, AttributeValue> item, String name) {
    return Optional.ofNullable(item.get(name)).map(AttributeValue::n).map(Long::valueOf);
  }

  public static boolean flag(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value != null && Boolean.TRUE.equals(value.bool());
  }

  public static List<String> texts(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? List.of() : value.l().stream().map(AttributeValue::s).toList();
  }

  /** The attributes of a map; none if there is no such map. */
  static Map<String, AttributeValue> map(Map<String, AttributeValue> item, String name) {
    AttributeValue value = item.get(name);
    return value == null ? Map.of() : value.m();
  }

  public static Map<String, String> textMap(Map<String, AttributeValue> item, String name) {
    Map<String, String> texts = new HashMap<>();
    map(item, name).forEach((key, text) -> texts.put(key, text.s()));
    return Map.copyOf(texts);
  }

  /**
   * Whether an item has not expired. DynamoDB deletes expired items within days, not at once, so
   * every read has to check.
   */
  public static boolean isLive(Map<String, AttributeValue> item, Instant now) {
    return optionalNumber(item, "expiresAt")
        .map(expiry -> expiry > now.getEpochSecond())
        .orElse(true);
  }

  /**
   * The item that failed the condition of a transaction's write; empty when the transaction was
   * cancelled for another reason. The write has to request it with ALL_OLD.
   *
   * @param write the position of the write in the transaction
   */
  public static Optional<Map<String, AttributeValue>> refused(
      TransactionCanceledException cancelled, int write) {
    return cancelled.cancellationReasons().stream()
        .skip(write)
        .findFirst()
        .filter(reason -> CONDITION_FAILED.equals(reason.code()))
        .map(CancellationReason::item);
  }

  /** Whether a condition of a transaction failed, and not another transaction or the table. */
  public static boolean isRefused(TransactionCanceledException cancelled) {
    return cancelled.cancellationReasons().stream()
        .anyMatch(reason -> CONDITION_FAILED.equals(reason.code()));
  }

  /** Calls DynamoDB; every failure becomes a {@link StoreUnavailableException}. */
  public static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }

  /**
   * Executes a conditional write.
   *
   * @return whether the condition held and the item was written
   */
  public static boolean write(Runnable write) {
    try {
      write.run();
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }
}
