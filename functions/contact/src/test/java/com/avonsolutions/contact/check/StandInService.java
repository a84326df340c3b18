package com.avonsolutions.contact.check;

import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

/** Stands in for a captcha provider or Akismet: records each form and sends the queued replies. */
public final class StandInService implements AutoCloseable {
  private final Queue<StandInReply> replies = new ArrayDeque<>();
  private final List<Map<String, String>> posted = new ArrayList<>();
  private final StandInServer server = new StandInServer(this::reply);

  public URI address() {
    return server.address().resolve("/siteverify");
  }

  /** Queues a reply with status 200. */
  public StandInService says(String body) {
    return says(200, body, Map.of());
  }

  /** Queues a reply. */
  public StandInService says(int status, String body, Map<String, String> headers) {
    StandInReply reply = StandInReply.json(status, body);
    for (var header : headers.entrySet()) {
      reply = reply.with(header.getKey(), header.getValue());
    }
    return queue(reply);
  }

  /** Queues a request that gets no reply. */
  public StandInService hangs() {
    return queue(StandInReply.never());
  }

  private synchronized StandInService queue(StandInReply reply) {
    replies.add(reply);
    return this;
  }

  /** The fields of every form, in the order in which they came, with path and content type. */
  public synchronized List<Map<String, String>> posted() {
    return List.copyOf(posted);
  }

  private synchronized StandInReply reply(StandInRequest request) {
    Map<String, String> fields = request.form();
    fields.put("(path)", request.path());
    fields.put("(type)", request.header("content-type").orElse(""));
    posted.add(fields);
    return Optional.ofNullable(replies.poll()).orElseGet(() -> StandInReply.json(500, ""));
  }

  @Override
  public void close() {
    server.close();
  }
}
