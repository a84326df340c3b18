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

/** The store is unavailable for ten minutes while people submit leads. */
class StoreDownTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final int MINUTES = 10;
  private static final int PEOPLE_PER_MINUTE = 6;
  private static final int THREADS = 6;

  private final ContactFixture fixture = new ContactFixture(DATABASE);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void close() {
    threads.shutdownNow();
    fixture.close();
  }

  @Test
  void leads_shouldAllBeStoredOnce_whenTheStoreIsDownForTenMinutes() throws Exception {
    fixture.store.always(Fault.SERVER_ERROR);
    for (int minute = 0; minute < MINUTES; minute++) {
      List<Integer> statuses = press(minute);
      assertThat(statuses).hasSize(2 * PEOPLE_PER_MINUTE).containsOnly(202);
      fixture.clock.pass(Duration.ofSeconds(60));
      fixture.drain();
    }
    assertThat(fixture.leads()).isEmpty();
    assertThat(fixture.queued()).hasSize(2 * PEOPLE_PER_MINUTE * MINUTES);

    fixture.store.always(Fault.NONE);
    // The people of the last minute press again when the store is available.
    assertThat(press(MINUTES - 1)).containsOnly(201);
    fixture.drainAll();

    assertThat(fixture.names())
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, MINUTES * PEOPLE_PER_MINUTE).mapToObj(i -> "Person " + i).toList());
    assertThat(fixture.deadLetters()).isEmpty();
  }

  @Test
  void answer_shouldBe503WithTheTypedText_whenTheQueueIsDownToo() {
    fixture.store.always(Fault.SERVER_ERROR);
    fixture.sqs.always(EmbeddedSqs.Fault.REFUSED);

    Answer script = fixture.post("Asha", Optional.of("k1"));
    assertThat(script.status()).isEqualTo(503);
    assertThat(script.header("retry-after")).isPresent();

    Answer page = fixture.send(form());
    assertThat(page.status()).isEqualTo(503);
    assertThat(page.text()).contains("value=\"Asha\"", ">Please call<", "value=\"form-1\"");

    fixture.sqs.always(EmbeddedSqs.Fault.NONE);
    fixture.store.always(Fault.NONE);
    assertThat(fixture.post("Asha", Optional.of("k1")).status()).isEqualTo(201);
    assertThat(fixture.names()).containsExactly("Asha");
  }

  /** The settings of the form cannot be read, so the lead is judged later. */
  @Test
  void postedForm_shouldBeQueued_whenTheInstanceIsCold() {
    fixture.store.always(Fault.SERVER_ERROR);

    Answer script = fixture.send(postedForm("Asha", "application/json"));
    Answer page = fixture.send(postedForm("Ravi", "text/html"));

    assertThat(script.status()).isEqualTo(202);
    assertThat(script.header("access-control-allow-origin")).contains("https://offers.example.com");
    assertThat(page.status()).isEqualTo(303);
    assertThat(page.header("location")).contains("/contact/thanks?status=queued");
    fixture.store.always(Fault.NONE);
    fixture.drainAll();
    assertThat(fixture.leads())
        .hasSize(2)
        .allSatisfy(
            lead ->
                assertThat(lead)
                    .containsEntry("form", "sample")
                    .containsEntry("consentVersion", "unread"));
    assertThat(fixture.names()).containsExactlyInAnyOrder("Asha", "Ravi");
  }

  private static EventBuilder postedForm(String name, String accept) {
    return EventBuilder.request("POST", "/f/sample")
        .routeKey("POST /f/{form}")
        .header("origin", "https://offers.example.com")
        .header("accept", accept)
        .form(Map.of("name", name, "phone", "9876543210"));
  }

  /** The home page's form has no key, and the lead may be stored although the answer is 503. */
  @Test
  void page_shouldHaveNoKey_whenTheSubmissionHadNone() {
    Map<String, String> fields =
        Map.of("name", "Asha", "phone", "9876543210", "message", "Please call", "consent", "yes");
    fixture.store.always(Fault.LOST_ANSWER);
    fixture.sqs.always(EmbeddedSqs.Fault.REFUSED);
    Answer unavailable = fixture.send(form(fields));
    assertThat(unavailable.status()).isEqualTo(503);
    assertThat(unavailable.text()).contains("name=\"submissionKey\" value=\"\"");
    fixture.store.always(Fault.NONE);
    fixture.sqs.always(EmbeddedSqs.Fault.NONE);

    assertThat(fixture.send(form(fields)).status()).isEqualTo(303);

    assertThat(fixture.names()).containsExactly("Asha");
  }

  @Test
  void thanks_shouldSayThatTheLeadIsBeingFiled_whenItIsQueued() {
    fixture.store.always(Fault.SERVER_ERROR);

    Answer answer = fixture.send(form());

    assertThat(answer.status()).isEqualTo(303);
    String thanks = answer.header("location").orElseThrow();
    assertThat(fixture.send(EventBuilder.request("GET", thanks)).text())
        .contains("is being filed")
        .doesNotContain("is stored");
    fixture.store.always(Fault.NONE);
    String stored = fixture.send(form()).header("location").orElseThrow();
    assertThat(fixture.send(EventBuilder.request("GET", stored)).text())
        .contains("is stored")
        .doesNotContain("is being filed");
    fixture.drainAll();
    assertThat(fixture.names()).containsExactly("Asha");
  }

  /** All people of a minute press twice at once, half of them with a key. */
  private List<Integer> press(int minute) throws Exception {
    List<Future<Integer>> presses = new ArrayList<>();
    for (int i = 0; i < 2 * PEOPLE_PER_MINUTE; i++) {
      int person = minute * PEOPLE_PER_MINUTE + i / 2;
      Optional<String> key = person % 2 == 0 ? Optional.of("person-" + person) : Optional.empty();
      presses.add(threads.submit(() -> fixture.post("Person " + person, key).status()));
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
