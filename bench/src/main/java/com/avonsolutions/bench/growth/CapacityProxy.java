package com.avonsolutions.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.engine.DynamoDbUpstream;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import java.net.URI;

/**
 * A proxy between functions and DynamoDB that requests the consumed capacity of each call and adds
 * it up, so that the functions need not.
 */
final class CapacityProxy implements AutoCloseable {
  private final DynamoDbUpstream engine;
  private final StandInServer server;
  private Capacity consumed = Capacity.ZERO;

  CapacityProxy(URI engine) {
    this.engine = new DynamoDbUpstream(engine);
    this.server = new StandInServer(this::forward);
  }

  URI endpoint() {
    return server.address();
  }

  /** Returns what was consumed since the last call, and resets it to zero. */
  synchronized Capacity reset() {
    Capacity last = consumed;
    consumed = Capacity.ZERO;
    return last;
  }

  private synchronized void add(Capacity more) {
    consumed = consumed.plus(more);
  }

  /** The request with ReturnConsumedCapacity. */
  static byte[] withConsumedCapacity(byte[] request) {
    String json = new String(request, UTF_8).strip();
    return json.replaceFirst("^\\{", "{\"ReturnConsumedCapacity\":\"TOTAL\",").getBytes(UTF_8);
  }

  private StandInReply forward(StandInRequest request) throws IOException {
    StandInReply reply = engine.forward(request, withConsumedCapacity(request.body()));
    String target = request.header("x-amz-target").orElseThrow();
    add(Capacity.of(target.substring(target.indexOf('.') + 1), reply.body()));
    return reply;
  }

  @Override
  public void close() {
    server.close();
  }
}
