package com.avonsolutions.bench.baseline;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Stores the lead and its submission's identity in one transaction, as the contact function does.
 */
final class LeadTable {
  private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
  private static final Duration RETENTION = Duration.ofDays(730);
  private static final Duration IDENTITY_RETENTION = Duration.ofDays(30);
  private static final List<String> CONTENT =
      List.of("name", "phone", "email", "company", "service", "message");

  private final DynamoDbClient client;
  private final String table;

  private LeadTable(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  static LeadTable ofEnvironment(Map<String, String> environment) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .region(Region.of(environment.getOrDefault("AWS_REGION", "us-east-1")))
            .endpointOverride(URI.create(environment.getOrDefault("DYNAMODB_ENDPOINT", "")))
            .credentialsProvider(EnvironmentVariableCredentialsProvider.create())
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(Duration.ofSeconds(1))
                    .socketTimeout(Duration.ofSeconds(2)))
            .overrideConfiguration(
                configuration ->
                    configuration
                        .apiCallAttemptTimeout(Duration.ofSeconds(2))
                        .apiCallTimeout(Duration.ofSeconds(7))
                        .retryStrategy(
                            DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(3).build()))
            .build();
    return new LeadTable(client, environment.getOrDefault("LEADS_TABLE", ""));
  }

  /** Stores the lead unless it is stored already, and returns its id. */
  String put(Map<String, String> fields, Instant now) {
    String id = UUID.randomUUID().toString();
    StringBuilder content = new StringBuilder();
    CONTENT.forEach(name -> content.append(fields.getOrDefault(name, "")).append('\0'));
    String contentHash = sha256(content.toString());
    String key = sha256(fields.getOrDefault("submissionKey", "") + '\0' + contentHash);
    Map<String, AttributeValue> identity =
        Map.of(
            "id", text("submission#" + key),
            "storedAs", text(id),
            "contentHash", text(contentHash),
            "repeatsUntil", number(now.plus(IDENTITY_RETENTION).toEpochMilli()),
            "expiresAt", number(now.plus(IDENTITY_RETENTION).getEpochSecond()));
    TransactWriteItem leadPut =
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table)
                    .item(item(id, fields, now))
                    .conditionExpression("attribute_not_exists(id)")
                    .build())
            .build();
    TransactWriteItem identityPut =
        TransactWriteItem.builder()
            .put(
                Put.builder()
                    .tableName(table)
                    .item(identity)
                    .conditionExpression("attribute_not_exists(id) OR repeatsUntil <= :now")
                    .expressionAttributeValues(Map.of(":now", number(now.toEpochMilli())))
                    .returnValuesOnConditionCheckFailure(
                        ReturnValuesOnConditionCheckFailure.ALL_OLD)
                    .build())
            .build();
    try {
      client.transactWriteItems(request -> request.transactItems(leadPut, identityPut));
      return id;
    } catch (TransactionCanceledException e) {
      CancellationReason reason = e.cancellationReasons().get(1);
      if (reason.hasItem()) {
        return reason.item().getOrDefault("storedAs", text(id)).s();
      }
      throw e;
    }
  }

  private static Map<String, AttributeValue> item(
      String id, Map<String, String> fields, Instant now) {
    Map<String, AttributeValue> item = new HashMap<>();
    LocalDate day = LocalDate.ofInstant(now, INDIA);
    int shard = Math.floorMod(id.hashCode(), 4);
    item.put("id", text(id));
    item.put("state", text("RECEIVED"));
    item.put("dayShard", text(day + "#" + shard));
    item.put("stateShard", text("RECEIVED#" + day.toString().substring(0, 7) + '#' + shard));
    for (String name : CONTENT) {
      if (!fields.getOrDefault(name, "").isEmpty()) {
        item.put(name, text(fields.getOrDefault(name, "")));
      }
    }
    LeadRules.e164(fields.getOrDefault("phone", ""))
        .ifPresent(
            phone -> {
              item.put("phone", text(phone));
              item.put("phoneTyped", text(fields.getOrDefault("phone", "")));
              item.put("phoneHash", text(sha256("phone\0" + phone)));
            });
    if (item.containsKey("email")) {
      item.put("emailHash", text(sha256("email\0" + fields.getOrDefault("email", ""))));
    }
    Map<String, AttributeValue> touch = new TreeMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith("utm_") || name.equals("gclid")) {
            touch.put(name, text(value));
          }
        });
    item.put("lastTouch", AttributeValue.fromM(touch));
    item.put("source", text(fields.getOrDefault("source", "unnamed")));
    item.put("page", text(fields.getOrDefault("page", "unnamed")));
    item.put("consentVersion", text(fields.getOrDefault("consentVersion", "unnamed")));
    item.put("doNotCall", AttributeValue.fromBool(false));
    item.put("receivedAt", text(now.toString()));
    item.put("expiresAt", number(now.plus(RETENTION).getEpochSecond()));
    return item;
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
