package com.avonsolutions.local;

import com.avonsolutions.aws.dynamodb.AttributeJson;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.StreamSource;
import com.avonsolutions.text.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.GetRecordsResponse;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.Shard;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.TrimmedDataAccessException;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * Delivers changes of tables to the functions that read their streams. It starts with the oldest
 * record that the stream still has, whatever the template's starting position is: a restart of this
 * server is no deployment. Each function reads alone, so one that fails delays no other.
 */
final class StreamPoller implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** New shards come every few hours. */
  private static final int POLLS_PER_DESCRIPTION = 10;

  private final EmbeddedDynamoDb database;
  private final DynamoDbStreamsClient streams;
  private final EventInvoker invoker;
  private final EmbeddedSqs sqs;
  private final List<Subscription> subscriptions = new ArrayList<>();

  StreamPoller(
      SamTemplate template, EmbeddedDynamoDb database, EmbeddedSqs sqs, EventInvoker invoker) {
    this.database = database;
    this.sqs = sqs;
    this.streams = database.streams();
    this.invoker = invoker;
    template
        .functions()
        .forEach(
            (id, function) ->
                function
                    .streams()
                    .forEach(source -> subscriptions.add(new Subscription(id, source))));
  }

  void start() {
    subscriptions.forEach(subscription -> invoker.repeat(PAUSE, subscription::poll));
  }

  @Override
  public void close() {
    streams.close();
  }

  /** One function's position in one table's stream. */
  private final class Subscription {
    private final String functionId;
    private final StreamSource source;
    private final String arn;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, String> lastRead = new HashMap<>();
    private int polls;

    Subscription(String functionId, StreamSource source) {
      this.functionId = functionId;
      this.source = source;
      this.arn =
          database
              .client()
              .describeTable(request -> request.tableName(source.tableId()))
              .table()
              .latestStreamArn();
    }

    void poll() {
      if (polls++ % POLLS_PER_DESCRIPTION == 0) {
        findShards();
      }
      for (String shard : List.copyOf(iterators.keySet())) {
        boolean full = true;
        while (full && !Thread.currentThread().isInterrupted()) {
          full = readNext(shard);
        }
      }
    }

    private void findShards() {
      for (Shard shard :
          streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
        if (seen.add(shard.shardId())) {
          iterators.put(shard.shardId(), iterator(shard.shardId()));
        }
      }
    }

    /** Delivers a batch. Returns whether it was full, so that there may be more. */
    private boolean readNext(String shard) {
      try {
        GetRecordsResponse response =
            streams.getRecords(
                r -> r.shardIterator(iterators.get(shard)).limit(source.batchSize()));
        deliver(shard, response.records());
        response
            .records()
            .forEach(record -> lastRead.put(shard, record.dynamodb().sequenceNumber()));
        if (response.nextShardIterator() == null) {
          iterators.remove(shard);
        } else {
          iterators.put(shard, response.nextShardIterator());
        }
        return response.nextShardIterator() != null
            && response.records().size() == source.batchSize();
      } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
        // The machine was suspended, or the stream dropped the records at this position.
        iterators.put(shard, iterator(shard));
        return false;
      }
    }

    /** An iterator after the last record that was read. */
    private String iterator(String shard) {
      String last = lastRead.get(shard);
      ShardIteratorType from =
          last == null ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.AFTER_SEQUENCE_NUMBER;
      return streams
          .getShardIterator(
              r -> r.streamArn(arn).shardId(shard).shardIteratorType(from).sequenceNumber(last))
          .shardIterator();
    }

    private void deliver(String shard, List<Record> records) {
      List<Map<String, Object>> matching =
          records.stream()
              .map(record -> event(record, arn))
              .filter(
                  event ->
                      source.filters().isEmpty()
                          || source.filters().stream().anyMatch(filter -> filter.fits(event)))
              .toList();
      try {
        new StreamBatch(
                source,
                batch ->
                    invoker.invoke(
                        functionId,
                        source.tableId(),
                        "records of the stream",
                        JSON.std.asBytes(Map.of("Records", batch))),
                (reason, failed) -> putAside(shard, reason, failed),
                time -> Thread.sleep(time.toMillis()),
                Clock.systemUTC())
            .deliver(matching);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    /** Without contents, as Lambda does: the records stay in the stream for a day. */
    private void putAside(
        String shard, StreamBatch.Reason reason, List<Map<String, Object>> records) {
      Map<String, Object> last = records.get(records.size() - 1);
      Map<String, Object> batch = new LinkedHashMap<>();
      batch.put("shardId", shard);
      batch.put("startSequenceNumber", StreamBatch.sequenceNumber(records.get(0)));
      batch.put("endSequenceNumber", StreamBatch.sequenceNumber(last));
      batch.put(
          "approximateArrivalOfFirstRecord", StreamBatch.createdAt(records.get(0)).toString());
      batch.put("approximateArrivalOfLastRecord", StreamBatch.createdAt(last).toString());
      batch.put("batchSize", records.size());
      batch.put("streamArn", arn);
      Map<String, Object> message = new LinkedHashMap<>();
      message.put(
          "requestContext",
          Map.of(
              "functionArn",
              "arn:aws:lambda:us-east-1:000000000000:function:" + functionId,
              "condition",
              reason.name()));
      message.put("version", "1.0");
      message.put("timestamp", Instant.now().toString());
      message.put("DDBStreamBatchInfo", batch);
      source
          .onFailure()
          .ifPresent(
              queue -> {
                try {
                  sqs.send(queue, JSON.std.asString(message));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  /** A change in the format of a Lambda event. */
  private static Map<String, Object> event(Record change, String arn) {
    StringWriter text = new StringWriter();
    try {
      try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("eventID", change.eventID());
        json.writeStringField("eventName", change.eventNameAsString());
        json.writeStringField("eventVersion", "1.1");
        json.writeStringField("eventSource", "aws:dynamodb");
        json.writeStringField("eventSourceARN", arn);
        json.writeStringField("awsRegion", "us-east-1");
        if (change.userIdentity() != null) {
          json.writeObjectFieldStart("userIdentity");
          json.writeStringField("principalId", change.userIdentity().principalId());
          json.writeStringField("type", change.userIdentity().type());
          json.writeEndObject();
        }
        json.writeObjectFieldStart("dynamodb");
        json.writeFieldName("Keys");
        AttributeJson.write(change.dynamodb().keys(), json);
        json.writeFieldName("NewImage");
        AttributeJson.write(change.dynamodb().newImage(), json);
        json.writeFieldName("OldImage");
        AttributeJson.write(change.dynamodb().oldImage(), json);
        json.writeNumberField(
            "ApproximateCreationDateTime",
            change.dynamodb().approximateCreationDateTime().getEpochSecond());
        json.writeStringField("SequenceNumber", change.dynamodb().sequenceNumber());
        json.writeStringField("StreamViewType", change.dynamodb().streamViewTypeAsString());
        json.writeEndObject();
        json.writeEndObject();
      }
      return JSON.std.mapFrom(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
