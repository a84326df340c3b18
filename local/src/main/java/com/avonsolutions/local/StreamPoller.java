package com.avonsolutions.local;

import com.avonsolutions.aws.dynamodb.AttributeJson;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.StreamSource;
import com.avonsolutions.text.json.Json;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 * record that the stream still has, as after a deployment. A failing function gets three attempts,
 * as in template.yaml.
 */
final class StreamPoller implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int MAX_ATTEMPTS = 3;

  private final EmbeddedDynamoDb database;
  private final DynamoDbStreamsClient streams;
  private final EventInvoker invoker;
  private final List<Subscription> subscriptions = new ArrayList<>();

  StreamPoller(SamTemplate template, EmbeddedDynamoDb database, EventInvoker invoker) {
    this.database = database;
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
    invoker.repeat(PAUSE, () -> subscriptions.forEach(Subscription::poll));
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
      for (Shard shard :
          streams.describeStream(r -> r.streamArn(arn)).streamDescription().shards()) {
        if (seen.add(shard.shardId())) {
          iterators.put(shard.shardId(), iterator(shard.shardId()));
        }
      }
      for (String shard : List.copyOf(iterators.keySet())) {
        boolean full = true;
        while (full && !Thread.currentThread().isInterrupted()) {
          full = readNext(shard);
        }
      }
    }

    /** Delivers a batch. Returns whether it was full, so that there may be more. */
    private boolean readNext(String shard) {
      try {
        GetRecordsResponse response =
            streams.getRecords(
                r -> r.shardIterator(iterators.get(shard)).limit(source.batchSize()));
        deliver(response.records());
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

    private void deliver(List<Record> records) {
      List<Map<String, Object>> matching =
          records.stream()
              .map(StreamPoller::event)
              .filter(
                  event ->
                      source.filters().isEmpty()
                          || source.filters().stream().anyMatch(filter -> filter.fits(event)))
              .toList();
      for (int attempt = 0; !matching.isEmpty() && attempt < MAX_ATTEMPTS; attempt++) {
        try {
          byte[] event = JSON.std.asBytes(Map.of("Records", matching));
          invoker.invoke(functionId, source.tableId(), "records of the stream", event);
          return;
        } catch (Exception e) {
          // LocalFunction has printed it.
        }
      }
    }
  }

  /** A change in the format of a Lambda event. */
  private static Map<String, Object> event(Record change) {
    StringWriter text = new StringWriter();
    try {
      try (JsonGenerator json = Json.FACTORY.createGenerator(text)) {
        json.writeStartObject();
        json.writeStringField("eventID", change.eventID());
        json.writeStringField("eventName", change.eventNameAsString());
        json.writeStringField("eventSource", "aws:dynamodb");
        json.writeObjectFieldStart("dynamodb");
        json.writeFieldName("Keys");
        AttributeJson.write(change.dynamodb().keys(), json);
        json.writeFieldName("NewImage");
        AttributeJson.write(change.dynamodb().newImage(), json);
        json.writeFieldName("OldImage");
        AttributeJson.write(change.dynamodb().oldImage(), json);
        json.writeStringField("SequenceNumber", change.dynamodb().sequenceNumber());
        json.writeEndObject();
        json.writeEndObject();
      }
      return JSON.std.mapFrom(text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
