package com.avonsolutions.bench.growth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.engine.DynamoDbUpstream;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.io.IOException;
import java.net.URI;

/**
 * A proxy between functions and tables that adds up the capacity that the functions consume, so
 * that they need not ask for it themselves.
 */
final class CapacityProxy implements AutoCloseable {
  private final DynamoDbUpstream engine;
  private final StandInServer server;
  private Capacity consumed = Capacity.NONE;

  CapacityProxy(URI engine) {
    this.engine = new DynamoDbUpstream(engine);
    this.server = new StandInServer(this::forward);
  }

  URI endpoint() {
    return server.address();
  }

  /** What was consumed since the last call. */
  synchronized Capacity take() {
    Capacity taken = consumed;
    consumed = Capacity.NONE;
    return taken;
  }

  private synchronized void add(Capacity more) {
    consumed = consumed.plus(more);
  }

  /** The request, which also asks for the capacity that it consumes. */
  static byte[] asking(byte[] request) {
    String json = new String(request, UTF_8).strip();
    return json.replaceFirst("^\\{", "{\"ReturnConsumedCapacity\":\"TOTAL\",").getBytes(UTF_8);
  }

  private StandInReply forward(StandInRequest request) throws IOException {
    StandInReply reply = engine.forward(request, asking(request.body()));
    String target = request.header("x-amz-target").orElseThrow();
    add(Capacity.of(target.substring(target.indexOf('.') + 1), reply.body()));
    return reply;
  }

  @Override
  public void close() {
    server.close();
  }
}
