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

/** What becomes of leads that the store refused. */
class QueuedLeadsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final ContactFixture desk = new ContactFixture(DATABASE);

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void drain_shouldStoreTheLeadUnderTheIdThatWasTold() {
    Answer told = queued("Asha", "k1");

    assertThat(desk.drain()).isEqualTo(1);

    assertThat(desk.leads())
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("id", ContactFixture.id(told))
                    .containsEntry("state", "RECEIVED")
                    .containsEntry("receivedAt", "2026-11-22T10:15:30Z"));
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void drain_shouldStoreOnce_whenAMessageComesTwice() {
    queued("Asha", "k1");

    desk.drainAndForget();
    desk.clock.pass(Duration.ofMinutes(30));
    assertThat(desk.drain()).isEqualTo(1);

    assertThat(desk.names()).containsExactly("Asha");
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void drain_shouldStoreNothing_whenTheVisitorPressedAgainMeanwhile() {
    queued("Asha", "k1");
    Answer again = desk.post("Asha", Optional.of("k1"));
    assertThat(again.status()).isEqualTo(201);

    desk.drain();

    assertThat(desk.leads())
        .singleElement()
        .satisfies(lead -> assertThat(lead).containsEntry("id", ContactFixture.id(again)));
    assertThat(desk.post("Asha", Optional.of("k1")).text()).contains(ContactFixture.id(again));
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void drain_shouldStoreNothing_whenTheStoreHadTheLeadAndItsAnswerWasLost() {
    desk.store.always(Fault.LOST_ANSWER);
    assertThat(desk.post("Asha", Optional.of("k1")).status()).isEqualTo(202);
    desk.store.always(Fault.NONE);

    desk.drain();

    assertThat(desk.names()).containsExactly("Asha");
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void drain_shouldKeepBoth_whenTheKeyCameWithAnotherContent() {
    desk.post("Asha", Optional.of("k1"));
    queued("Ravi", "k1");

    desk.drain();

    assertThat(desk.leads())
        .extracting(lead -> lead.get("name") + " " + lead.get("state"))
        .containsExactlyInAnyOrder("Asha RECEIVED", "Ravi QUARANTINED");
    assertThat(desk.waiting()).isEmpty();
  }

  @Test
  void drain_shouldSendAMessageThatIsNoLeadToTheDeadLetters_andStoreTheOthers() {
    desk.enqueue("no lead");
    queued("Asha", "k1");

    while (desk.drain() > 0) {
      // It comes again at once, until it came too often.
    }

    assertThat(desk.names()).containsExactly("Asha");
    assertThat(desk.waiting()).isEmpty();
    assertThat(desk.dead()).singleElement().extracting("body").isEqualTo("no lead");
  }

  @Test
  void drain_shouldWaitLongerEachTime_whileTheStoreRefuses() {
    queued("Asha", "k1");
    desk.store.always(Fault.SERVER_ERROR);

    for (int seconds : new int[] {30, 60, 120}) {
      Instant now = desk.clock.instant();
      assertThat(desk.drain()).isEqualTo(1);
      assertThat(desk.drain()).isZero();
      assertThat(desk.waiting().get(0).visibleAt()).isEqualTo(now.plusSeconds(seconds));
      desk.clock.pass(Duration.ofSeconds(seconds));
    }
    desk.store.always(Fault.NONE);
    desk.drain();

    assertThat(desk.names()).containsExactly("Asha");
  }

  @Test
  void drain_shouldLeaveTheTimeToTheQueue_whenItDoesNotHear() {
    queued("Asha", "k1");
    desk.store.always(Fault.SERVER_ERROR);
    desk.sqs.always(EmbeddedSqs.Fault.REFUSED);
    Instant now = desk.clock.instant();

    desk.drain();

    assertThat(desk.waiting().get(0).visibleAt()).isEqualTo(now.plusSeconds(360));
  }

  /** A press while the store refuses, and the store is back. */
  private Answer queued(String name, String key) {
    desk.store.always(Fault.SERVER_ERROR);
    Answer answer = desk.post(name, Optional.of(key));
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.json()).containsEntry("status", "queued");
    desk.store.always(Fault.NONE);
    return answer;
  }
}
