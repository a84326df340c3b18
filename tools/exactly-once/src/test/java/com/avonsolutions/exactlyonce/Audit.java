package com.avonsolutions.exactlyonce;

import com.avonsolutions.exactlyonce.Cell.Kind;
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

/** Holds a history against what has to be true of every one. */
final class Audit {
  private final History history;
  private final Map<String, Press> pressesByMark;
  private final List<Taken> taken = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();
  private int doubled;
  private int missing;

  /** A lead with the press and the cell that it came from; erased ones were taken too. */
  private record Taken(StoredLead lead, Press press, Cell cell) {

    /** Whether two leads of one unit came in so far apart that they may be two. */
    boolean isApartFrom(Taken other) {
      return cell.mayBeTwo(Duration.between(lead.receivedAt(), other.lead.receivedAt()).abs());
    }

    /** Whether a press is answered for by this lead: it came before the lead's window closed. */
    boolean covers(Press other) {
      return !cell.mayBeTwo(Duration.between(lead.receivedAt(), other.start()));
    }
  }

  Audit(History history) {
    this.history = history;
    this.pressesByMark =
        history.presses().stream().collect(Collectors.toMap(Press::mark, Function.identity()));
    Stream.concat(history.stored().stream(), history.erased().stream()).forEach(this::trace);
    Map<String, List<Taken>> units =
        taken.stream()
            .collect(
                Collectors.groupingBy(t -> t.cell().unit(), TreeMap::new, Collectors.toList()));
    units.forEach(this::checkStoredOnce);
    for (Press press : history.presses()) {
      checkReply(press);
      for (Cell cell : press.submission().cells()) {
        checkAnsweredFor(press, cell, units.getOrDefault(cell.unit(), List.of()));
      }
    }
    checkConflicts();
    checkRepeatsAreAnsweredAlike();
    checkErasedStayAway();
    checkQueues();
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  int doubled() {
    return doubled;
  }

  int missing() {
    return missing;
  }

  private void complain(String what) {
    complaints.add(what);
  }

  /** Every lead is one that somebody sent, as it was sent and when. */
  private void trace(StoredLead lead) {
    Optional<Press> press = Optional.ofNullable(pressesByMark.get(lead.mark()));
    Optional<Cell> cell =
        press.flatMap(
            sent ->
                sent.submission().cells().stream()
                    .filter(c -> c.content().name().equals(lead.name()))
                    .findFirst());
    if (press.isEmpty() || cell.isEmpty()) {
      complain("nobody sent %s".formatted(lead));
      return;
    }
    Content content = cell.get().content();
    if (!lead.phone().equals(content.phone()) || !lead.item().contains(content.text())) {
      complain("%s was sent otherwise: %s".formatted(lead, content));
    }
    if (lead.receivedAt().isBefore(press.get().start())
        || lead.receivedAt().isAfter(press.get().end())) {
      complain("%s came in from %s to %s".formatted(lead, press.get().start(), press.get().end()));
    }
    taken.add(new Taken(lead, press.get(), cell.get()));
  }

  private void checkStoredOnce(String unit, List<Taken> leads) {
    for (int i = 0; i < leads.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (!leads.get(i).isApartFrom(leads.get(j))) {
          doubled++;
          complain(
              "DOUBLED: %s is both %s and %s"
                  .formatted(unit, leads.get(j).lead(), leads.get(i).lead()));
        }
      }
    }
  }

  private void checkReply(Press press) {
    Outcome outcome = press.reply().outcome();
    if (outcome == Outcome.WRONG) {
      complain("%s is told %s".formatted(press, press.reply()));
    }
    if (!press.wasToldTheTruth()) {
      missing++;
      complain("MISSING: %s is told %s and is not in the queue".formatted(press, press.reply()));
    }
    boolean refusedByTable = press.faults().stream().anyMatch(f -> f.name().startsWith("TABLE"));
    boolean refusedByQueue = press.faults().stream().anyMatch(f -> f.name().startsWith("QUEUE"));
    if (press.isSmooth() && (outcome == Outcome.QUEUED || !press.reply().acknowledges())) {
      complain("nothing went wrong, and %s is told %s".formatted(press, press.reply()));
    }
    if (outcome == Outcome.QUEUED && !refusedByTable) {
      complain("%s is queued although the table did not refuse".formatted(press));
    }
    if (outcome == Outcome.REFUSED && !(refusedByTable && refusedByQueue)) {
      complain("%s is refused although not both refused".formatted(press));
    }
  }

  private void checkAnsweredFor(Press press, Cell cell, List<Taken> unit) {
    if (press.reply().acknowledges() && unit.stream().noneMatch(t -> t.covers(press))) {
      missing++;
      complain("MISSING: %s (%s) is told %s".formatted(press, cell, press.reply()));
    }
    if (press.reply().outcome() == Outcome.STORED) {
      press
          .reply()
          .id()
          .filter(id -> unit.stream().noneMatch(t -> t.lead().id().equals(id) && t.covers(press)))
          .ifPresent(
              id -> complain("%s is told %s, and that is not its lead".formatted(press, id)));
    }
  }

  /** Of several contents under a client's key one is the lead, the others are kept as conflicts. */
  private void checkConflicts() {
    for (Press press : history.presses()) {
      for (Cell cell : press.submission().cells()) {
        boolean asConflict = press.reply().outcome() == Outcome.CONFLICT;
        if (asConflict || press.reply().outcome() == Outcome.STORED) {
          taken.stream()
              .filter(t -> t.cell().unit().equals(cell.unit()))
              .filter(t -> t.lead().conflict() != asConflict)
              .forEach(
                  t -> complain("%s is told %s of %s".formatted(press, press.reply(), t.lead())));
        }
        if (asConflict && cell.kind() != Kind.KEY) {
          complain("%s has no key and is told %s".formatted(press, press.reply()));
        }
      }
    }
    Map<String, List<Taken>> byKey =
        taken.stream()
            .filter(t -> t.cell().kind() == Kind.KEY)
            .collect(Collectors.groupingBy(t -> t.cell().key(), TreeMap::new, Collectors.toList()));
    byKey.forEach(
        (key, leads) -> {
          if (leads.stream().filter(t -> !t.lead().conflict()).count() != 1) {
            complain("of what came under %s not exactly one is the lead: %s".formatted(key, leads));
          }
        });
  }

  /** The table's own replies to a submission are the same each time, the id included. */
  private void checkRepeatsAreAnsweredAlike() {
    Map<String, List<Press>> bySubmission =
        history.presses().stream()
            .filter(
                press ->
                    press.reply().outcome() == Outcome.STORED
                        || press.reply().outcome() == Outcome.CONFLICT)
            .filter(press -> press.submission().cells().get(0).kind() != Kind.CONTENT)
            .collect(
                Collectors.groupingBy(
                    press -> press.submission().name(), TreeMap::new, Collectors.toList()));
    bySubmission.forEach(
        (submission, presses) -> {
          if (presses.stream().map(Press::reply).distinct().count() > 1) {
            complain(
                "%s is answered in several ways: %s"
                    .formatted(
                        submission,
                        presses.stream()
                            .map(press -> press.mark() + " " + press.reply())
                            .toList()));
          }
        });
  }

  private void checkErasedStayAway() {
    for (StoredLead lead : history.erased()) {
      if (history.stored().stream().anyMatch(stored -> stored.id().equals(lead.id()))) {
        complain("erased, and back: %s".formatted(lead));
      }
    }
  }

  private void checkQueues() {
    if (history.waiting() > 0) {
      complain("%d messages are left in the queue".formatted(history.waiting()));
    }
    if (!sorted(history.deadLetters()).equals(sorted(history.poison()))) {
      complain("dead letters are %s".formatted(history.deadLetters()));
    }
  }

  private static List<String> sorted(List<String> texts) {
    return texts.stream().sorted().toList();
  }
}
