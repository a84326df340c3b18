package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Leads that wait in the queue after the store was unavailable. */
class QueuedLeadsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final ContactFixture fixture = new ContactFixture(DATABASE);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void drain_shouldStoreTheLead_underTheIdThatWasReturned() {
    Answer first = queued("Asha", "k1");

    assertThat(fixture.drain()).isEqualTo(1);

    assertThat(fixture.leads())
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("id", ContactFixture.id(first))
                    .containsEntry("state", "RECEIVED")
                    .containsEntry("receivedAt", "2026-11-22T10:15:30Z"));
    assertThat(fixture.queued()).isEmpty();
  }

  @Test
  void drain_shouldStoreOnce_whenAMessageIsDeliveredTwice() {
    queued("Asha", "k1");

    fixture.drainWithoutDeleting();
    fixture.clock.pass(Duration.ofMinutes(30));
    assertThat(fixture.drain()).isEqualTo(1);

    assertThat(fixture.names()).containsExactly("Asha");
    assertThat(fixture.queued()).isEmpty();
  }

  @Test
  void drain_shouldStoreNothing_whenTheVisitorHasSubmittedAgain() {
    queued("Asha", "k1");
    Answer again = fixture.post("Asha", Optional.of("k1"));
    assertThat(again.status()).isEqualTo(201);

    fixture.drain();

    assertThat(fixture.leads())
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("id", ContactFixture.id(again)));
    assertThat(fixture.post("Asha", Optional.of("k1")).text()).contains(ContactFixture.id(again));
    assertThat(fixture.queued()).isEmpty();
  }

  @Test
  void drain_shouldStoreNothing_whenTheStoreHadTheLeadAndItsAnswerWasLost() {
    fixture.store.always(Fault.LOST_ANSWER);
    assertThat(fixture.post("Asha", Optional.of("k1")).status()).isEqualTo(202);
    fixture.store.always(Fault.NONE);

    fixture.drain();

    assertThat(fixture.names()).containsExactly("Asha");
    assertThat(fixture.queued()).isEmpty();
  }

  @Test
  void drain_shouldKeepBoth_whenTheKeyHasAnotherContent() {
    fixture.post("Asha", Optional.of("k1"));
    queued("Ravi", "k1");

    fixture.drain();

    assertThat(fixture.leads())
        .extracting(lead -> lead.get("name") + " " + lead.get("state"))
        .containsExactlyInAnyOrder("Asha RECEIVED", "Ravi QUARANTINED");
    assertThat(fixture.queued()).isEmpty();
  }

  @Test
  void drain_shouldLeaveAMalformedMessageToTheDeadLetterQueue_andStoreTheOthers() {
    fixture.enqueue("no lead");
    queued("Asha", "k1");

    while (fixture.drain() > 0) {
      // It is delivered again at once, until the limit of deliveries.
    }

    assertThat(fixture.names()).containsExactly("Asha");
    assertThat(fixture.queued()).isEmpty();
    assertThat(fixture.deadLetters()).singleElement().extracting("body").isEqualTo("no lead");
  }

  @Test
  void drain_shouldBackOff_whileTheStoreIsUnavailable() {
    queued("Asha", "k1");
    fixture.store.always(Fault.SERVER_ERROR);

    for (int seconds : new int[] {30, 60, 120}) {
      Instant now = fixture.clock.instant();
      assertThat(fixture.drain()).isEqualTo(1);
      assertThat(fixture.drain()).isZero();
      assertThat(fixture.queued().get(0).visibleAt()).isEqualTo(now.plusSeconds(seconds));
      fixture.clock.pass(Duration.ofSeconds(seconds));
    }
    fixture.store.always(Fault.NONE);
    fixture.drain();

    assertThat(fixture.names()).containsExactly("Asha");
  }

  @Test
  void drain_shouldUseTheQueuesTimeout_whenTheBackOffCannotBeSet() {
    queued("Asha", "k1");
    fixture.store.always(Fault.SERVER_ERROR);
    fixture.sqs.always(EmbeddedSqs.Fault.REFUSED);
    Instant now = fixture.clock.instant();

    fixture.drain();

    assertThat(fixture.queued().get(0).visibleAt()).isEqualTo(now.plusSeconds(360));
  }

  /** Submits a lead while the store is unavailable, and makes the store available again. */
  private Answer queued(String name, String key) {
    fixture.store.always(Fault.SERVER_ERROR);
    Answer answer = fixture.post(name, Optional.of(key));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json()).containsEntry("status", "queued");
    fixture.store.always(Fault.NONE);
    return answer;
  }
}
