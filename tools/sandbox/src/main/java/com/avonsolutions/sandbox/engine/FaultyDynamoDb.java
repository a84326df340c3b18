package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.standin.FaultSequence;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A proxy in front of a real engine that injects the faults which the engine itself never has.
 * Requests without a fault go through.
 */
public final class FaultyDynamoDb implements AutoCloseable {

  /** A fault of one request. */
  public enum Fault {
    NONE,
    /** 500; nothing is written. */
    SERVER_ERROR,
    /** The table's throughput is exceeded; nothing is written. */
    THROTTLED,
    /** Another transaction holds one of the items; nothing is written. */
    CONFLICT,
    /** A cancelled transaction without reasons; nothing is written. */
    CANCELLED_WITHOUT_REASONS,
    /** No reply ever comes; nothing is written. */
    HANG,
    /** The engine executes the request, and the connection closes before the reply. */
    LOST_ANSWER
  }

  /** Requests to the counters table never consume a queued fault. */
  private static final String COUNTERS = "\"CountersTable\"";

  private static final String TYPE = "com.amazonaws.dynamodb.v20120810#";

  private final DynamoDbUpstream engine;
  private final FaultSequence<Fault> faults = new FaultSequence<>(Fault.NONE);
  private final AtomicInteger requests = new AtomicInteger();
  private final StandInServer server;

  public FaultyDynamoDb(URI engine) {
    this.engine = new DynamoDbUpstream(engine);
    this.server = new StandInServer(this::reply);
  }

  public URI endpoint() {
    return server.address();
  }

  /** Queues faults for the next requests, one each; requests of counters are left out. */
  public void next(Fault... next) {
    faults.next(List.of(next));
  }

  /** Sets the fault of all requests from now on. */
  public void always(Fault fault) {
    faults.always(fault);
  }

  /** How many requests came in since the start, without those of counters. */
  public int requests() {
    return requests.get();
  }

  private StandInReply reply(StandInRequest request) throws IOException {
    return switch (fault(request)) {
      case NONE -> engine.forward(request, request.body());
      case SERVER_ERROR -> error(500, "InternalServerError", "");
      case THROTTLED -> error(400, "ThrottlingException", "");
      case CONFLICT ->
          error(
              400,
              "TransactionCanceledException",
              ",\"CancellationReasons\":[{\"Code\":\"None\"},{\"Code\":\"TransactionConflict\"}]");
      case CANCELLED_WITHOUT_REASONS -> error(400, "TransactionCanceledException", "");
      case HANG -> StandInReply.never();
      case LOST_ANSWER -> {
        engine.forward(request, request.body());
        yield StandInReply.dropped();
      }
    };
  }

  private Fault fault(StandInRequest request) {
    if (request.text().contains(COUNTERS)) {
      return faults.lasting();
    }
    requests.incrementAndGet();
    return faults.poll();
  }

  private static StandInReply error(int status, String type, String more) {
    String json = "{\"__type\":\"" + TYPE + type + "\",\"Message\":\"Injected fault\"" + more + "}";
    return StandInReply.of(status, "application/x-amz-json-1.0", json.getBytes(UTF_8));
  }

  @Override
  public void close() {
    server.close();
  }
}
