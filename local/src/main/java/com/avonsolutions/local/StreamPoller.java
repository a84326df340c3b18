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
 * Hands what changes in tables to the functions that follow their streams: after a start everything
 * that the streams still have, as after a deployment. A function that fails is called three times
 * in all, as template.yaml has it.
 */
final class StreamPoller implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int TRIES = 3;

  private final EmbeddedDynamoDb database;
  private final DynamoDbStreamsClient streams;
  private final EventCalls calls;
  private final List<Follower> followers = new ArrayList<>();

  StreamPoller(SamTemplate template, EmbeddedDynamoDb database, EventCalls calls) {
    this.database = database;
    this.streams = database.streams();
    this.calls = calls;
    template
        .functions()
        .forEach(
            (id, function) ->
                function.streams().forEach(source -> followers.add(new Follower(id, source))));
  }

  void start() {
    calls.repeat(PAUSE, () -> followers.forEach(Follower::poll));
  }

  @Override
  public void close() {
    streams.close();
  }

  /** One function's place in one table's stream. */
  private final class Follower {
    private final String functionId;
    private final StreamSource source;
    private final String arn;
    private final Set<String> seen = new HashSet<>();
    private final Map<String, String> iterators = new HashMap<>();
    private final Map<String, String> read = new HashMap<>();

    Follower(String functionId, StreamSource source) {
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
        follow(shard);
      }
    }

    private void follow(String shard) {
      try {
        GetRecordsResponse response =
            streams.getRecords(
                r -> r.shardIterator(iterators.get(shard)).limit(source.batchSize()));
        hand(response.records());
        response.records().forEach(done -> read.put(shard, done.dynamodb().sequenceNumber()));
        if (response.nextShardIterator() == null) {
          iterators.remove(shard);
        } else {
          iterators.put(shard, response.nextShardIterator());
        }
      } catch (ExpiredIteratorException | TrimmedDataAccessException e) {
        // This machine has slept, or the place is gone with old records.
        iterators.put(shard, iterator(shard));
      }
    }

    /** After the last record that was read. */
    private String iterator(String shard) {
      String last = read.get(shard);
      ShardIteratorType from =
          last == null ? ShardIteratorType.TRIM_HORIZON : ShardIteratorType.AFTER_SEQUENCE_NUMBER;
      return streams
          .getShardIterator(
              r -> r.streamArn(arn).shardId(shard).shardIteratorType(from).sequenceNumber(last))
          .shardIterator();
    }

    private void hand(List<Record> records) {
      List<Map<String, Object>> fitting =
          records.stream()
              .map(StreamPoller::event)
              .filter(
                  event ->
                      source.filters().isEmpty()
                          || source.filters().stream().anyMatch(filter -> filter.fits(event)))
              .toList();
      for (int tries = 0; !fitting.isEmpty() && tries < TRIES; tries++) {
        try {
          byte[] event = JSON.std.asBytes(Map.of("Records", fitting));
          calls.call(functionId, source.tableId(), "records of the stream", event);
          return;
        } catch (Exception e) {
          // It was said where it happened.
        }
      }
    }
  }

  /** A change as Lambda tells of it. */
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
