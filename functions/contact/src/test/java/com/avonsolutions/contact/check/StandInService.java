package com.avonsolutions.contact.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Plays a captcha's maker or Akismet: notes what is posted and answers as it is told. */
public final class StandInService implements AutoCloseable {
  /** One answer. */
  private record Answer(int status, String body, Map<String, String> headers, boolean hang) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<Answer> answers = new ArrayDeque<>();
  private final List<Map<String, String>> posted = new ArrayList<>();

  /** Starts on a free port of the loopback interface. */
  public StandInService() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/siteverify");
  }

  /** The next answer, with status 200. */
  public StandInService says(String body) {
    return says(200, body, Map.of());
  }

  /** The next answer. */
  public synchronized StandInService says(int status, String body, Map<String, String> headers) {
    answers.add(new Answer(status, body, headers, false));
    return this;
  }

  /** The next question gets no answer. */
  public synchronized StandInService hangs() {
    answers.add(new Answer(0, "", Map.of(), true));
    return this;
  }

  /** What was posted, first first. */
  public synchronized List<Map<String, String>> posted() {
    return List.copyOf(posted);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Answer answer = note(exchange, form);
    if (answer.hang()) {
      try {
        closed.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      exchange.close();
      return;
    }
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    byte[] body = answer.body().getBytes(UTF_8);
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private synchronized Answer note(HttpExchange exchange, String form) {
    Map<String, String> fields = new TreeMap<>();
    fields.put("(path)", exchange.getRequestURI().getPath());
    fields.put("(type)", exchange.getRequestHeaders().getFirst("content-type"));
    Arrays.stream(form.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .forEach(
            pair ->
                fields.put(URLDecoder.decode(pair[0], UTF_8), URLDecoder.decode(pair[1], UTF_8)));
    posted.add(fields);
    Answer answer = answers.poll();
    return answer == null ? new Answer(500, "", Map.of(), false) : answer;
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
