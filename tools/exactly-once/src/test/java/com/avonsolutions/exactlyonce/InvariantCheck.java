package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.ExpectedLead.Kind;
import com.avonsolutions.exactlyonce.Reply.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks a history against the invariants. */
final class InvariantCheck {
  private final History history;
  private final Map<String, Attempt> attemptsByMark;
  private final List<TracedLead> traced = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private int doubled;
  private int missing;

  /** A stored or erased lead, with the attempt and the expected lead that it came from. */
  private record TracedLead(StoredLead lead, Attempt attempt, ExpectedLead expected) {

    /** Whether two leads of one identity came in so far apart that both may be stored. */
    boolean isApartFrom(TracedLead other) {
      return expected.mayBeTwo(Duration.between(lead.receivedAt(), other.lead.receivedAt()).abs());
    }

    /** Whether an attempt belongs to this lead, because it came within the lead's window. */
    boolean covers(Attempt other) {
      return !expected.mayBeTwo(Duration.between(lead.receivedAt(), other.start()));
    }
  }

  InvariantCheck(History history) {
    this.history = history;
    this.attemptsByMark =
        history.attempts().stream().collect(Collectors.toMap(Attempt::mark, Function.identity()));
    Stream.concat(history.stored().stream(), history.erased().stream()).forEach(this::trace);
    Map<String, List<TracedLead>> byIdentity =
        traced.stream()
            .collect(
                Collectors.groupingBy(
                    t -> t.expected().identity(), TreeMap::new, Collectors.toList()));
    byIdentity.forEach(this::checkStoredOnce);
    for (Attempt attempt : history.attempts()) {
      checkReply(attempt);
      for (ExpectedLead expected : attempt.submission().expectedLeads()) {
        checkNotMissing(attempt, expected, byIdentity.getOrDefault(expected.identity(), List.of()));
      }
    }
    checkConflicts();
    checkRepeatsGetTheSameReply();
    checkErasedStayErased();
    checkConsents();
    checkQueues();
  }

  List<String> violations() {
    return List.copyOf(violations);
  }

  int doubled() {
    return doubled;
  }

  int missing() {
    return missing;
  }

  private void violated(String what) {
    violations.add(what);
  }

  /** Every lead was sent by an attempt, with this content and at this time. */
  private void trace(StoredLead lead) {
    Optional<Attempt> attempt = Optional.ofNullable(attemptsByMark.get(lead.mark()));
    Optional<ExpectedLead> expected =
        attempt.flatMap(
            sent ->
                sent.submission().expectedLeads().stream()
                    .filter(c -> c.content().name().equals(lead.name()))
                    .findFirst());
    if (attempt.isEmpty() || expected.isEmpty()) {
      violated("no attempt sent %s".formatted(lead));
      return;
    }
    Content content = expected.get().content();
    if (!lead.phone().equals(content.phone()) || !lead.item().contains(content.text())) {
      violated("%s was sent with other content: %s".formatted(lead, content));
    }
    if (lead.receivedAt().isBefore(attempt.get().start())
        || lead.receivedAt().isAfter(attempt.get().end())) {
      violated(
          "%s came in from %s to %s".formatted(lead, attempt.get().start(), attempt.get().end()));
    }
    traced.add(new TracedLead(lead, attempt.get(), expected.get()));
  }

  private void checkStoredOnce(String identity, List<TracedLead> leads) {
    for (int i = 0; i < leads.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!leads.get(i).isApartFrom(leads.get(j))) {
          doubled++;
          violated(
              "DOUBLED: %s is both %s and %s"
                  .formatted(identity, leads.get(j).lead(), leads.get(i).lead()));
        }
      }
    }
  }

  private void checkReply(Attempt attempt) {
    Outcome outcome = attempt.reply().outcome();
    if (outcome == Outcome.WRONG) {
      violated("%s gets %s".formatted(attempt, attempt.reply()));
    }
    if (attempt.isFalselyAcknowledged()) {
      missing++;
      violated("MISSING: %s gets %s and is not in the queue".formatted(attempt, attempt.reply()));
    }
    boolean refusedByTable = attempt.faults().stream().anyMatch(f -> f.name().startsWith("TABLE"));
    boolean refusedByQueue = attempt.faults().stream().anyMatch(f -> f.name().startsWith("QUEUE"));
    if (attempt.isFaultless() && (outcome == Outcome.QUEUED || !attempt.reply().acknowledges())) {
      violated("without a fault, %s gets %s".formatted(attempt, attempt.reply()));
    }
    if (outcome == Outcome.QUEUED && !refusedByTable) {
      violated("%s is queued although the table did not refuse".formatted(attempt));
    }
    if (outcome == Outcome.REFUSED && !(refusedByTable && refusedByQueue)) {
      violated("%s is refused although table and queue did not both refuse".formatted(attempt));
    }
  }

  private void checkNotMissing(Attempt attempt, ExpectedLead expected, List<TracedLead> leads) {
    if (attempt.reply().acknowledges() && leads.stream().noneMatch(t -> t.covers(attempt))) {
      missing++;
      violated("MISSING: %s (%s) gets %s".formatted(attempt, expected, attempt.reply()));
    }
    if (attempt.reply().outcome() == Outcome.STORED) {
      attempt
          .reply()
          .id()
          .filter(
              id -> leads.stream().noneMatch(t -> t.lead().id().equals(id) && t.covers(attempt)))
          .ifPresent(id -> violated("%s gets %s, which is not its lead".formatted(attempt, id)));
    }
  }

  /**
   * Of several contents under a client's key one is the lead; the others are stored as conflicts.
   */
  private void checkConflicts() {
    for (Attempt attempt : history.attempts()) {
      for (ExpectedLead expected : attempt.submission().expectedLeads()) {
        boolean asConflict = attempt.reply().outcome() == Outcome.CONFLICT;
        if (asConflict || attempt.reply().outcome() == Outcome.STORED) {
          traced.stream()
              .filter(t -> t.expected().identity().equals(expected.identity()))
              .filter(t -> t.lead().conflict() != asConflict)
              .forEach(
                  t -> violated("%s gets %s for %s".formatted(attempt, attempt.reply(), t.lead())));
        }
        if (asConflict && expected.kind() != Kind.KEY) {
          violated("%s has no key and gets %s".formatted(attempt, attempt.reply()));
        }
      }
    }
    Map<String, List<TracedLead>> byKey =
        traced.stream()
            .filter(t -> t.expected().kind() == Kind.KEY)
            .collect(
                Collectors.groupingBy(t -> t.expected().key(), TreeMap::new, Collectors.toList()));
    byKey.forEach(
        (key, leads) -> {
          if (leads.stream().filter(t -> !t.lead().conflict()).count() != 1) {
            violated("key %s has not exactly one lead: %s".formatted(key, leads));
          }
        });
  }

  /** All replies to a submission that reached the table are equal, including the id. */
  private void checkRepeatsGetTheSameReply() {
    Map<String, List<Attempt>> bySubmission =
        history.attempts().stream()
            .filter(
                attempt ->
                    attempt.reply().outcome() == Outcome.STORED
                        || attempt.reply().outcome() == Outcome.CONFLICT)
            .filter(attempt -> attempt.submission().expectedLeads().get(0).kind() != Kind.CONTENT)
            .collect(
                Collectors.groupingBy(
                    attempt -> attempt.submission().name(), TreeMap::new, Collectors.toList()));
    bySubmission.forEach(
        (submission, attempts) -> {
          if (attempts.stream().map(Attempt::reply).distinct().count() > 1) {
            violated(
                "%s got different replies: %s"
                    .formatted(
                        submission,
                        attempts.stream()
                            .map(attempt -> attempt.mark() + " " + attempt.reply())
                            .toList()));
          }
        });
  }

  private void checkErasedStayErased() {
    for (StoredLead lead : history.erased()) {
      if (history.stored().stream().anyMatch(stored -> stored.id().equals(lead.id()))) {
        violated("erased but stored again: %s".formatted(lead));
      }
    }
  }

  /** Each lead has one record of consent, erased or not, and no record is without its lead. */
  private void checkConsents() {
    List<StoredConsent> wanted =
        Stream.concat(history.stored().stream(), history.erased().stream())
            .map(StoredConsent::of)
            .toList();
    List<StoredConsent> unproven = new ArrayList<>(wanted);
    unproven.removeAll(history.consents());
    if (!unproven.isEmpty()) {
      violated("leads without a record of consent: %s".formatted(unproven));
    }
    List<StoredConsent> orphans = new ArrayList<>(history.consents());
    wanted.forEach(orphans::remove);
    if (!orphans.isEmpty()) {
      violated("records of consent without a lead, or doubled: %s".formatted(orphans));
    }
  }

  private void checkQueues() {
    if (history.waiting() > 0) {
      violated("%d messages are left in the queue".formatted(history.waiting()));
    }
    if (!sorted(history.deadLetters()).equals(sorted(history.poison()))) {
      violated("unexpected dead letters: %s".formatted(history.deadLetters()));
    }
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
