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

/** How the adapters write attributes and read them back. */
public final class Items {

  private Items() {}

  public static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  public static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  /** Seconds since 1970, the form that time to live needs. */
  public static AttributeValue epochSeconds(Instant instant) {
    return number(instant.getEpochSecond());
  }

  /** An item under construction, which leaves out what is absent. */
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

    /** A map of texts; an empty one is left out. */
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

  /** The text of an attribute that every item of its kind has. */
  public static String required(Map<String, AttributeValue> item, String name) {
    return optional(item, name)
        .orElseThrow(() -> new IllegalStateException("An item lacks its attribute " + name));
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

  public static Map<String, String> textMap(Map<String, AttributeValue> item, String name) {
    Map<String, String> texts = new HashMap<>();
    AttributeValue value = item.get(name);
    if (value != null) {
      value.m().forEach((key, text) -> texts.put(key, text.s()));
    }
    return Map.copyOf(texts);
  }

  /**
   * Whether an item's time to live has not passed; an item without one stays. DynamoDB deletes
   * expired items within days, not at once, so every read has to ask.
   */
  public static boolean isLive(Map<String, AttributeValue> item, Instant now) {
    return optionalNumber(item, "expiresAt")
        .map(expiry -> expiry > now.getEpochSecond())
        .orElse(true);
  }

  /**
   * The item that made a transaction's write fail its condition, or nothing when the transaction
   * was cancelled for another reason. The write asks for it with ALL_OLD.
   *
   * @param write its place in the transaction
   */
  public static Optional<Map<String, AttributeValue>> refused(
      TransactionCanceledException cancelled, int write) {
    return cancelled.cancellationReasons().stream()
        .skip(write)
        .findFirst()
        .filter(reason -> "ConditionalCheckFailed".equals(reason.code()))
        .map(CancellationReason::item);
  }

  /** Makes a call to DynamoDB, and one exception of everything that can keep it from answering. */
  public static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw new StoreUnavailableException(e);
    }
  }

  /**
   * Makes a write that has a condition.
   *
   * @return whether the condition held, and it was made
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
