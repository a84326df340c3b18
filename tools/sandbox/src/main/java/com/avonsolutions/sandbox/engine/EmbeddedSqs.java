package com.avonsolutions.sandbox.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.sandbox.standin.FaultSequence;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInRequest;
import com.avonsolutions.sandbox.standin.StandInServer;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Queue;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.sandbox.template.TemplateException;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The template's queues inside this JVM: the part of SQS's JSON protocol that our functions use,
 * and Lambda's event source mapping, which hands messages to a function and deletes those that it
 * has handled.
 *
 * <p>It checks no signature, ignores retention, and keeps the messages of a group in order until
 * they are shuffled.
 */
public final class EmbeddedSqs implements AutoCloseable {

  /** A fault of one request. */
  public enum Fault {
    NONE,
    /** 503; nothing is stored. */
    REFUSED,
    /** The request is executed, and the connection closes before the reply. */
    LOST_ANSWER
  }

  /** What a function does with an event; an exception is its failure. */
  @FunctionalInterface
  public interface Consumer {
    byte[] handle(byte[] event) throws Exception;
  }

  /** The limit of SQS in every region; newer queues accept more. */
  private static final int MAX_MESSAGE_BYTES = 256 * 1024;

  private static final int MAX_DELAY_SECONDS = 900;

  private static final Predicate<String> GROUP =
      Pattern.compile("[A-Za-z0-9!\"#$%&'()*+,./:;<=>?@\\[\\\\\\]^_`{|}~-]{1,128}")
          .asMatchPredicate();

  /** The characters that SQS accepts in a message. */
  private static final Pattern ALLOWED =
      Pattern.compile("[\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]*");

  private final SamTemplate template;
  private final Clock clock;
  private final Optional<Path> folder;
  private final Map<String, Map<String, SqsMessage>> queues = new HashMap<>();
  private final FaultSequence<Fault> faults = new FaultSequence<>(Fault.NONE);
  private final StandInServer server;

  /**
   * Starts on a free port that only this machine reaches.
   *
   * @param folder keeps messages on disk, if they have to survive this process; a message is there
   *     before its request is answered
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
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.server = new StandInServer(this::reply);
  }

  /** The environment with URLs where it has the logical ids of queues. */
  public Map<String, String> withQueueUrls(Map<String, String> environment) {
    Map<String, String> withUrls = new HashMap<>(environment);
    withUrls.replaceAll((name, value) -> queues.containsKey(value) ? url(value) : value);
    return Map.copyOf(withUrls);
  }

  private String url(String queueId) {
    return server.address() + "/000000000000/" + queueId;
  }

  /** The messages of a queue, visible or not. */
  public synchronized List<SqsMessage> messages(String queueId) {
    return List.copyOf(queue(queueId).values());
  }

  /** Puts a message into a queue, as SendMessage does. */
  public void send(String queueId, String body) {
    if (enqueue(queueId, body, Duration.ZERO, "").isEmpty()) {
      throw new IllegalArgumentException("SQS would refuse this message");
    }
  }

  /** Empties a queue, as PurgeQueue does. */
  public synchronized void purge(String queueId) {
    messages(queueId).forEach(message -> remove(queueId, message));
  }

  /** Queues faults for the next requests, one each. */
  public void next(Fault... next) {
    faults.next(List.of(next));
  }

  /** Sets the fault of all requests from now on. */
  public void always(Fault fault) {
    faults.always(fault);
  }

  /** Shuffles every queue: SQS keeps no order. */
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
   * Hands one batch of visible messages to a function and deletes those that it has handled.
   *
   * @return the size of the batch
   */
  public int deliver(QueueSource source, Consumer function) {
    return deliver(source, function, true);
  }

  /**
   * The same, with the choice to delete nothing: then every message is delivered again after its
   * visibility timeout, as after a crash between the function's end and the deletion.
   */
  public int deliver(QueueSource source, Consumer function, boolean delete) {
    List<SqsMessage> batch = receive(source);
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

  private synchronized List<SqsMessage> receive(QueueSource source) {
    Queue queue = template.queue(source.queueId());
    Instant now = clock.instant();
    List<SqsMessage> batch = new ArrayList<>();
    for (SqsMessage message : fairly(messages(source.queueId()))) {
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

  /** From each message group in turn, so that a thousand of one do not delay another's one. */
  private static List<SqsMessage> fairly(List<SqsMessage> messages) {
    Map<String, Integer> turns = new HashMap<>();
    Map<SqsMessage, Integer> turn = new HashMap<>();
    messages.forEach(message -> turn.put(message, turns.merge(message.group(), 1, Integer::sum)));
    return messages.stream().sorted(Comparator.comparing(turn::get)).toList();
  }

  private static Set<String> failures(byte[] response) throws IOException {
    Set<String> failed = new HashSet<>();
    if (JSON.std.mapFrom(response).get("batchItemFailures") instanceof List<?> failures) {
      failures.forEach(failure -> failed.add((String) ((Map<?, ?>) failure).get("itemIdentifier")));
      return failed;
    }
    throw new IOException("The function's response has no batchItemFailures");
  }

  private StandInReply reply(StandInRequest request) throws IOException {
    Fault fault = faults.poll();
    if (fault == Fault.REFUSED) {
      return json(503, Map.of("__type", "com.amazonaws.sqs#ServiceUnavailable"));
    }
    Optional<Map<String, Object>> result =
        execute(request.header("x-amz-target").orElse(""), JSON.std.mapFrom(request.body()));
    if (fault == Fault.LOST_ANSWER) {
      return StandInReply.dropped();
    }
    return result.isPresent()
        ? json(200, result.get())
        : json(400, Map.of("__type", "com.amazonaws.sqs#InvalidParameterValue"));
  }

  private Optional<Map<String, Object>> execute(String operation, Map<String, Object> request) {
    String url = String.valueOf(request.get("QueueUrl"));
    String queueId = url.substring(url.lastIndexOf('/') + 1);
    return switch (operation) {
      case "AmazonSQS.SendMessage" -> send(queueId, request);
      case "AmazonSQS.ChangeMessageVisibility" ->
          changeVisibility(
              queueId,
              String.valueOf(request.get("ReceiptHandle")),
              Integer.parseInt(String.valueOf(request.get("VisibilityTimeout"))));
      default -> Optional.empty();
    };
  }

  private Optional<Map<String, Object>> send(String queueId, Map<String, Object> request) {
    int delay = Integer.parseInt(String.valueOf(request.getOrDefault("DelaySeconds", 0)));
    Optional<String> group =
        Optional.ofNullable(request.get("MessageGroupId")).map(String::valueOf);
    return delay < 0 || delay > MAX_DELAY_SECONDS || group.filter(GROUP.negate()).isPresent()
        ? Optional.empty()
        : enqueue(
            queueId,
            String.valueOf(request.get("MessageBody")),
            Duration.ofSeconds(delay),
            group.orElse(""));
  }

  private synchronized Optional<Map<String, Object>> enqueue(
      String queueId, String body, Duration delay, String group) {
    if (!queues.containsKey(queueId)
        || body.isEmpty()
        || body.getBytes(UTF_8).length > MAX_MESSAGE_BYTES
        || !ALLOWED.matcher(body).matches()) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    SqsMessage message =
        new SqsMessage(UUID.randomUUID().toString(), body, group, now, 0, now.plus(delay));
    put(queueId, message);
    return Optional.of(Map.of("MessageId", message.id(), "MD5OfMessageBody", md5(body)));
  }

  private synchronized Optional<Map<String, Object>> changeVisibility(
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

  private static StandInReply json(int status, Map<String, Object> body) throws IOException {
    return StandInReply.of(status, "application/x-amz-json-1.0", JSON.std.asBytes(body));
  }

  /** SQS returns the hash of each body, so that a sender can compare. */
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
    server.close();
  }
}
