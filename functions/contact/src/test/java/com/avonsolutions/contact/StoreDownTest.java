package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Ten minutes without a store while people press. */
class StoreDownTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int MINUTES = 10;
  private static final int PEOPLE_A_MINUTE = 6;
  private static final int THREADS = 6;

  private final ContactFixture desk = new ContactFixture(DATABASE);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    threads.shutdownNow();
    desk.close();
  }

  @Test
  void leads_shouldAllBeStoredOnce_whenTheStoreIsDownForTenMinutes() throws Exception {
    desk.store.always(Fault.SERVER_ERROR);
    for (int minute = 0; minute < MINUTES; minute++) {
      List<Integer> statuses = press(minute);
      assertThat(statuses).hasSize(2 * PEOPLE_A_MINUTE).containsOnly(202);
      desk.clock.pass(Duration.ofSeconds(60));
      desk.drain();
    }
    assertThat(desk.leads()).isEmpty();
    assertThat(desk.waiting()).hasSize(2 * PEOPLE_A_MINUTE * MINUTES);

    desk.store.always(Fault.NONE);
    // Those of the last minute press once more, as the store comes back.
    assertThat(press(MINUTES - 1)).containsOnly(201);
    desk.drainAll();

    assertThat(desk.names())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MINUTES * PEOPLE_A_MINUTE).mapToObj(i -> "Person " + i).toList());
    assertThat(desk.dead()).isEmpty();
  }

  @Test
  void answer_shouldBe503AndKeepTheText_whenTheQueueIsDownToo() {
    desk.store.always(Fault.SERVER_ERROR);
    desk.sqs.always(EmbeddedSqs.Fault.REFUSED);

    Answer script = desk.post("Asha", Optional.of("k1"));
    assertThat(script.status()).isEqualTo(503);
    assertThat(script.header("retry-after")).isPresent();

    Answer page = desk.ask(form());
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text()).contains("value=\"Asha\"", ">Please call<", "value=\"form-1\"");

    desk.sqs.always(EmbeddedSqs.Fault.NONE);
    desk.store.always(Fault.NONE);
    assertThat(desk.post("Asha", Optional.of("k1")).status()).isEqualTo(201);
    assertThat(desk.names()).containsExactly("Asha");
  }

  /** Home's form has no key, and the answer to a write may be lost while the queue is down too. */
  @Test
  void page_shouldComeBackWithoutAKey_whenItCameWithoutOne() {
    Map<String, String> fields =
        Map.of("name", "Asha", "phone", "9876543210", "message", "Please call", "consent", "yes");
    desk.store.always(Fault.LOST_ANSWER);
    desk.sqs.always(EmbeddedSqs.Fault.REFUSED);
    Answer refused = desk.ask(form(fields));
    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.text()).contains("name=\"submissionKey\" value=\"\"");
    desk.store.always(Fault.NONE);
    desk.sqs.always(EmbeddedSqs.Fault.NONE);

    assertThat(desk.ask(form(fields)).status()).isEqualTo(303);

    assertThat(desk.names()).containsExactly("Asha");
  }

  @Test
  void page_shouldSayThatItIsBeingFiled_whenTheLeadIsQueued() {
    desk.store.always(Fault.SERVER_ERROR);

    Answer answer = desk.ask(form());

    assertThat(answer.status()).isEqualTo(303);
    String thanks = answer.header("location").orElseThrow();
    assertThat(desk.ask(EventBuilder.request("GET", thanks)).text())
        .contains("is being filed")
        .doesNotContain("is stored");
    desk.store.always(Fault.NONE);
    String stored = desk.ask(form()).header("location").orElseThrow();
    assertThat(desk.ask(EventBuilder.request("GET", stored)).text())
        .contains("is stored")
        .doesNotContain("is being filed");
    desk.drainAll();
    assertThat(desk.names()).containsExactly("Asha");
  }

  /** Everybody of a minute presses twice, half of them with a key, all at once. */
  private List<Integer> press(int minute) throws Exception {
    List<Future<Integer>> presses = new ArrayList<>();
    for (int i = 0; i < 2 * PEOPLE_A_MINUTE; i++) {
      int person = minute * PEOPLE_A_MINUTE + i / 2;
      Optional<String> key = person % 2 == 0 ? Optional.of("person-" + person) : Optional.empty();
      presses.add(threads.submit(() -> desk.post("Person " + person, key).status()));
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Integer> press : presses) {
      statuses.add(press.get());
    }
    return statuses;
  }

  private static EventBuilder form() {
    return form(
        Map.of(
            "name", "Asha",
            "phone", "9876543210",
            "message", "Please call",
            "consent", "yes",
            "submissionKey", "form-1"));
  }

  private static EventBuilder form(Map<String, String> fields) {
    return EventBuilder.request("POST", "/contact").header("accept", "text/html").form(fields);
  }
}
