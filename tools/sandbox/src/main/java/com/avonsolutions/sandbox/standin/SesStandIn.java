package com.avonsolutions.sandbox.standin;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Stands in for Amazon SES: the operation SendEmail of its API version 2 with structured content,
 * its limits and errors, the addresses of its simulator, and its events in EventBridge's envelope.
 * Checks no signature.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html">SendEmail</a>
 */
public final class SesStandIn implements AutoCloseable {

  /** A fault of one request. */
  public enum Fault {
    NONE,
    /** 503; nothing is sent. */
    REFUSED,
    /** 429. */
    THROTTLED,
    /** The mail is sent, and the connection closes before the reply. */
    LOST_ANSWER,
    /** The mail is sent, and no reply ever comes. */
    HANG,
    /** The account may not send for now. */
    PAUSED,
    /** SES has found malware. */
    REJECTED
  }

  private static final String PATH = "/v2/email/outbound-emails";
  private static final String SIMULATOR = "@simulator.amazonses.com";
  private static final int MAX_KEPT = 1_000;

  private final String verifiedDomain;
  private final Clock clock;
  private final Optional<Path> folder;
  private final Consumer<String> events;
  private final Deque<SentMail> mails = new ArrayDeque<>();
  private final FaultSequence<Fault> faults = new FaultSequence<>(Fault.NONE);
  private final StandInServer server;
  private volatile boolean reporting = true;

  /**
   * Starts on a free port that only this machine reaches.
   *
   * @param verifiedDomain the only domain that mail may come from
   * @param folder keeps mails on disk, if they have to survive this process
   * @param events gets each event as JSON
   */
  public SesStandIn(
      String verifiedDomain, Clock clock, Optional<Path> folder, Consumer<String> events) {
    this.verifiedDomain = verifiedDomain;
    this.clock = clock;
    this.folder = folder;
    this.events = events;
    folder.ifPresent(path -> load(path).forEach(mails::addFirst));
    this.server = new StandInServer(this::reply);
  }

  private static List<SentMail> load(Path folder) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> files = Files.list(folder)) {
        return files
            .filter(file -> file.toString().endsWith(".json"))
            .map(SentMail::read)
            .sorted(Comparator.comparing(SentMail::at))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI address() {
    return server.address();
  }

  /** Queues faults for the next requests, one each. */
  public void next(Fault... next) {
    faults.next(List.of(next));
  }

  /** Sets the fault of all requests from now on. */
  public void always(Fault fault) {
    faults.always(fault);
  }

  /** Whether events are reported; EventBridge may lose them. */
  public void reportEvents(boolean report) {
    reporting = report;
  }

  /** All mails that were sent, newest first. */
  public synchronized List<SentMail> mails() {
    return List.copyOf(mails);
  }

  public synchronized Optional<SentMail> mail(String id) {
    return mails.stream().filter(mail -> mail.id().equals(id)).findFirst();
  }

  /** Deletes a mail; false if there is none with this id. */
  public synchronized boolean delete(String id) {
    Optional<SentMail> found = mail(id);
    found.ifPresent(this::forget);
    return found.isPresent();
  }

  public synchronized void deleteAll() {
    mails().forEach(this::forget);
  }

  private void forget(SentMail mail) {
    mails.remove(mail);
    folder.ifPresent(mail::delete);
  }

  private StandInReply reply(StandInRequest request) throws IOException {
    if (!request.method().equals("POST") || !request.path().equals(PATH)) {
      return error(404, "NotFoundException", "There is no such operation here.");
    }
    Fault fault = faults.poll();
    return switch (fault) {
      case REFUSED -> error(503, "ServiceUnavailable", "Try again.");
      case THROTTLED -> error(429, "TooManyRequestsException", "Maximum sending rate exceeded.");
      case PAUSED -> error(400, "SendingPausedException", "Sending is paused.");
      case REJECTED -> error(400, "MessageRejected", "The message was rejected.");
      case NONE, LOST_ANSWER, HANG -> send(request.body(), fault);
    };
  }

  private StandInReply send(byte[] body, Fault fault) throws IOException {
    SesMessage message;
    try {
      message = SesMessage.read(JSON.std.mapFrom(body));
    } catch (SesMessage.BadRequest e) {
      return error(400, "BadRequestException", String.valueOf(e.getMessage()));
    }
    if (!message.fromDomain().equals(verifiedDomain)) {
      return error(
          400, "MailFromDomainNotVerifiedException", "The domain of the sender is not verified.");
    }
    SentMail mail = message.sent(UUID.randomUUID().toString(), clock.instant());
    keep(mail);
    report(mail, message.configurationSet());
    return switch (fault) {
      case LOST_ANSWER -> StandInReply.dropped();
      case HANG -> StandInReply.never();
      default -> StandInReply.json(200, JSON.std.asString(Map.of("MessageId", mail.id())));
    };
  }

  private synchronized void keep(SentMail mail) {
    mails.addFirst(mail);
    folder.ifPresent(mail::save);
    if (mails.size() > MAX_KEPT) {
      forget(mails.getLast());
    }
  }

  private void report(SentMail mail, String configurationSet) throws IOException {
    if (!reporting || configurationSet.isEmpty()) {
      return;
    }
    for (String to : mail.to()) {
      for (Event event : eventsOf(to)) {
        events.accept(JSON.std.asString(envelope(event, mail, to, configurationSet)));
      }
    }
  }

  private enum Event {
    SEND("Email Sent", "Send"),
    DELIVERY("Email Delivered", "Delivery"),
    BOUNCE("Email Bounced", "Bounce"),
    COMPLAINT("Email Complaint Received", "Complaint");

    private final String detailType;
    private final String type;

    Event(String detailType, String type) {
      this.detailType = detailType;
      this.type = type;
    }
  }

  private static List<Event> eventsOf(String address) {
    if (address.equals("bounce" + SIMULATOR) || address.equals("suppressionlist" + SIMULATOR)) {
      return List.of(Event.SEND, Event.BOUNCE);
    }
    return address.equals("complaint" + SIMULATOR)
        ? List.of(Event.SEND, Event.DELIVERY, Event.COMPLAINT)
        : List.of(Event.SEND, Event.DELIVERY);
  }

  private Map<String, Object> envelope(
      Event event, SentMail mail, String to, String configurationSet) {
    String now = clock.instant().toString();
    Map<String, Object> tags = new LinkedHashMap<>();
    mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
    tags.put("ses:configuration-set", List.of(configurationSet));
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("eventType", event.type);
    detail.put(
        "mail",
        Map.of(
            "timestamp",
            mail.at().toString(),
            "messageId",
            mail.id(),
            "destination",
            mail.to(),
            "tags",
            tags));
    switch (event) {
      case SEND -> detail.put("send", Map.of());
      case DELIVERY -> detail.put("delivery", Map.of("timestamp", now, "recipients", List.of(to)));
      case BOUNCE ->
          detail.put(
              "bounce",
              Map.of(
                  "bounceType",
                  "Permanent",
                  "bounceSubType",
                  "General",
                  "bouncedRecipients",
                  List.of(Map.of("emailAddress", to)),
                  "timestamp",
                  now));
      case COMPLAINT ->
          detail.put(
              "complaint",
              Map.of(
                  "complainedRecipients", List.of(Map.of("emailAddress", to)), "timestamp", now));
    }
    Map<String, Object> envelope = new LinkedHashMap<>();
    envelope.put("version", "0");
    envelope.put("id", UUID.randomUUID().toString());
    envelope.put("detail-type", event.detailType);
    envelope.put("source", "aws.ses");
    envelope.put("account", "000000000000");
    envelope.put("time", now);
    envelope.put("region", "us-east-1");
    envelope.put("resources", new ArrayList<>());
    envelope.put("detail", detail);
    return envelope;
  }

  private static StandInReply error(int status, String code, String message) throws IOException {
    return StandInReply.json(status, JSON.std.asString(Map.of("message", message)))
        .with("x-amzn-errortype", code);
  }

  @Override
  public void close() {
    server.close();
  }
}
