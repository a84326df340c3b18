package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Queue;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.sandbox.template.TemplateException;
import com.fasterxml.jackson.jr.ob.JSON;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The template's queues inside this JVM: as much of SQS's JSON protocol as our functions speak, and
 * Lambda's part, which hands messages to a function and deletes those that it has dealt with.
 *
 * <p>It looks at no signature, knows no retention, and keeps order unless told otherwise.
 */
public final class EmbeddedSqs implements AutoCloseable {

  /** What becomes of a request. */
  public enum Fault {
    NONE,
    /** Refused, and nothing is kept. */
    REFUSED,
    /** Done, and the connection closes before the answer. */
    LOST_ANSWER
  }

  /** What a function does with an event; an exception is its failure. */
  @FunctionalInterface
  public interface Consumer {
    byte[] handle(byte[] event) throws Exception;
  }

  /** What SQS takes everywhere; newer queues take more. */
  private static final int LARGEST_MESSAGE = 256 * 1024;

  /** Characters that SQS takes in a message. */
  private static final Pattern ALLOWED =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");

  private final SamTemplate template;
  private final Clock clock;
  private final Optional<Path> folder;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Map<String, SqsMessage>> queues = new HashMap<>();
  private final java.util.Queue<Fault> next = new ConcurrentLinkedQueue<>();
  private volatile Fault lasting = Fault.NONE;

  /**
   * Starts on a free port that only this machine reaches.
   *
   * @param folder where messages lie on disk as soon as they are answered for, if they have to
   *     outlive this process
   */
  public EmbeddedSqs(SamTemplate template, Clock clock, Optional<Path> folder) {
    this.template = template;
    this.clock = clock;
    this.folder = folder;
    try {
      for (String id : template.queues().keySet()) {
        Map<String, SqsMessage> messages = new LinkedHashMap<>();
        load(id).forEach(message -> messages.put(message.id(), message));
        queues.put(id, messages);
      }
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** The environment with addresses in place of the ids of queues. */
  public Map<String, String> addressed(Map<String, String> environment) {
    Map<String, String> addressed = new HashMap<>(environment);
    addressed.replaceAll((name, value) -> queues.containsKey(value) ? url(value) : value);
    return Map.copyOf(addressed);
  }

  private String url(String queueId) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/000000000000/")
        .resolve(queueId)
        .toString();
  }

  /** What lies in a queue, handed out or not. */
  public synchronized List<SqsMessage> messages(String queueId) {
    return List.copyOf(queue(queueId).values());
  }

  /** Puts a message into a queue, as SendMessage does. */
  public void send(String queueId, String body) {
    if (take(queueId, body).isEmpty()) {
      throw new IllegalArgumentException("SQS would not take this");
    }
  }

  /** Empties a queue, as PurgeQueue does. */
  public synchronized void purge(String queueId) {
    messages(queueId).forEach(message -> remove(queueId, message));
  }

  /** The next requests fail so, one after the other. */
  public void next(Fault... faults) {
    next.addAll(List.of(faults));
  }

  /** From now on every request fails so, unless it has a fault of its own. */
  public void always(Fault fault) {
    next.clear();
    lasting = fault;
  }

  /** Brings every queue into another order, as SQS may. */
  public synchronized void shuffle(Random random) {
    queues.replaceAll(
        (id, messages) -> {
          List<SqsMessage> shuffled = new ArrayList<>(messages.values());
          Collections.shuffle(shuffled, random);
          Map<String, SqsMessage> reordered = new LinkedHashMap<>();
          shuffled.forEach(message -> reordered.put(message.id(), message));
          return reordered;
        });
  }

  /**
   * Hands a function one batch of what is visible, and deletes what it has dealt with.
   *
   * @return how many messages it was handed
   */
  public int deliver(QueueSource source, Consumer function) {
    return deliver(source, function, true);
  }

  /**
   * The same, with the choice to forget what the function has done: then everything comes again
   * after its time, as after a crash between the function's end and the deletion.
   */
  public int deliver(QueueSource source, Consumer function, boolean delete) {
    List<SqsMessage> batch = handOut(source);
    if (batch.isEmpty()) {
      return 0;
    }
    Set<String> failed;
    try {
      Map<String, Object> event =
          Map.of("Records", batch.stream().map(m -> m.record(source.queueId())).toList());
      failed = failures(function.handle(JSON.std.asBytes(event)));
    } catch (Exception e) {
      return batch.size();
    }
    if (delete) {
      batch.stream()
          .filter(m -> !failed.contains(m.id()))
          .forEach(m -> remove(source.queueId(), m));
    }
    return batch.size();
  }

  private synchronized List<SqsMessage> handOut(QueueSource source) {
    Queue queue = template.queue(source.queueId());
    Instant now = clock.instant();
    List<SqsMessage> batch = new ArrayList<>();
    for (SqsMessage message : messages(source.queueId())) {
      if (message.visibleAt().isAfter(now) || batch.size() == source.batchSize()) {
        continue;
      }
      if (queue.redrive().isPresent()
          && message.deliveries() >= queue.redrive().get().maxReceiveCount()) {
        put(queue.redrive().get().queueId(), message.moved(now));
        remove(source.queueId(), message);
      } else {
        SqsMessage delivered = message.deliveredUntil(now.plus(queue.visibilityTimeout()));
        put(source.queueId(), delivered);
        batch.add(delivered);
      }
    }
    return batch;
  }

  private static Set<String> failures(byte[] response) throws IOException {
    Set<String> failed = new HashSet<>();
    if (JSON.std.mapFrom(response).get("batchItemFailures") instanceof List<?> failures) {
      failures.forEach(failure -> failed.add((String) ((Map<?, ?>) failure).get("itemIdentifier")));
      return failed;
    }
    throw new IOException("The function does not say which messages failed");
  }

  private void answer(HttpExchange exchange) throws IOException {
    Fault fault = Optional.ofNullable(next.poll()).orElse(lasting);
    Map<String, Object> request = JSON.std.mapFrom(exchange.getRequestBody().readAllBytes());
    if (fault == Fault.REFUSED) {
      send(exchange, 503, Map.of("__type", "com.amazonaws.sqs#ServiceUnavailable"));
      return;
    }
    String operation = exchange.getRequestHeaders().getFirst("x-amz-target");
    String url = String.valueOf(request.get("QueueUrl"));
    String queueId = url.substring(url.lastIndexOf('/') + 1);
    Optional<Map<String, Object>> done =
        switch (String.valueOf(operation)) {
          case "AmazonSQS.SendMessage" -> take(queueId, String.valueOf(request.get("MessageBody")));
          case "AmazonSQS.ChangeMessageVisibility" ->
              postpone(
                  queueId,
                  String.valueOf(request.get("ReceiptHandle")),
                  Integer.parseInt(String.valueOf(request.get("VisibilityTimeout"))));
          default -> Optional.empty();
        };
    if (fault == Fault.LOST_ANSWER) {
      exchange.close();
    } else if (done.isPresent()) {
      send(exchange, 200, done.get());
    } else {
      send(exchange, 400, Map.of("__type", "com.amazonaws.sqs#InvalidParameterValue"));
    }
  }

  private synchronized Optional<Map<String, Object>> take(String queueId, String body) {
    if (!queues.containsKey(queueId)
        || body.isEmpty()
        || body.getBytes(UTF_8).length > LARGEST_MESSAGE
        || !ALLOWED.matcher(body).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    SqsMessage message = new SqsMessage(UUID.randomUUID().toString(), body, now, 0, now);
    put(queueId, message);
    return Optional.of(Map.of("MessageId", message.id(), "MD5OfMessageBody", md5(body)));
  }

  private synchronized Optional<Map<String, Object>> postpone(
      String queueId, String receiptHandle, int seconds) {
    Instant next = clock.instant().plus(Duration.ofSeconds(seconds));
    Optional<SqsMessage> message =
        messages(queueId).stream().filter(m -> m.receiptHandle().equals(receiptHandle)).findFirst();
    message.ifPresent(found -> put(queueId, found.visibleAt(next)));
    return message.map(found -> Map.of());
  }

  private Map<String, SqsMessage> queue(String queueId) {
    return Optional.ofNullable(queues.get(queueId))
        .orElseThrow(() -> new TemplateException("The template has no queue " + queueId));
  }

  private synchronized void put(String queueId, SqsMessage message) {
    queue(queueId).put(message.id(), message);
    folder.ifPresent(path -> message.save(path.resolve(queueId)));
  }

  private synchronized void remove(String queueId, SqsMessage message) {
    queue(queueId).remove(message.id());
    if (folder.isPresent()) {
      try {
        Files.deleteIfExists(folder.get().resolve(queueId).resolve(message.id() + ".json"));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private List<SqsMessage> load(String queueId) throws IOException {
    if (folder.isEmpty()) {
      return List.of();
    }
    Path path = Files.createDirectories(folder.get().resolve(queueId));
    try (Stream<Path> files = Files.list(path)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(SqsMessage::read)
          .sorted((a, b) -> a.sentAt().compareTo(b.sentAt()))
          .toList();
    }
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    byte[] bytes = JSON.std.asBytes(body);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** SQS gives it beside each body, so that a sender can compare. */
  static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
    try {
      if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
