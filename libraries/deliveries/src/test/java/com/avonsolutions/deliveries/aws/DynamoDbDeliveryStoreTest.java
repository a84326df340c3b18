package com.avonsolutions.deliveries.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.DeliveryStore;
import com.avonsolutions.deliveries.DeliveryStore.Due;
import com.avonsolutions.deliveries.DeliveryStore.Result;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbDeliveryStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final Attempt FAILURE = new Attempt(NOW, 212, "HTTP_503");

  @SuppressWarnings("NullAway.Init") // set before each test runs
  private DeliveryStore store;

  @BeforeEach
  void open() {
    store = new DynamoDbDeliveryStore(DATABASE.client(), "DeliveriesTable");
  }

  @Test
  void delivery_shouldBeFoundAsItWasPlanned() {
    Delivery delivery = delivery("1", NOW);

    assertThat(store.plan(delivery)).isTrue();
    assertThat(store.plan(delivery)).isFalse();

    assertThat(store.find(delivery.id())).contains(delivery);
    assertThat(store.about("lead#1")).containsExactly(delivery);
    assertThat(store.ofChannel("staff", LocalDate.parse("2026-11-30")))
        .containsExactly(delivery.id());
    assertThat(store.find("dlv_0")).isEmpty();
  }

  @Test
  void event_shouldBePlanned_onceItIsMarked() {
    assertThat(store.isPlanned("lead.created:1")).isFalse();

    store.markPlanned("lead.created:1", NOW);

    assertThat(store.isPlanned("lead.created:1")).isTrue();
    assertThat(store.find("plan#lead.created:1")).isEmpty();
  }

  @Test
  void claim_shouldBeForOne_untilItsLeaseEnds() {
    Delivery delivery = planned("1", NOW);

    Delivery claimed = store.claim(delivery.id(), NOW, LEASE).orElseThrow();

    assertThat(claimed.state()).isEqualTo(DeliveryState.SENDING);
    assertThat(claimed.attempts()).isEqualTo(1);
    assertThat(store.claim(delivery.id(), NOW.plus(LEASE), LEASE)).isEmpty();
    assertThat(store.claim(delivery.id(), NOW.plus(LEASE).plusMillis(1), LEASE))
        .map(Delivery::attempts)
        .contains(2);
  }

  @Test
  void claim_shouldBeRefused_whenTheDeliveryIsNotDue() {
    Delivery delivery = planned("1", NOW.plusSeconds(3));

    assertThat(store.claim(delivery.id(), NOW, LEASE)).isEmpty();
    assertThat(store.claim(delivery.id(), NOW.plusSeconds(1), LEASE)).isPresent();
    assertThat(store.claim("dlv_0", NOW, LEASE)).isEmpty();
  }

  @Test
  void result_shouldBeStored_unlessSomebodyElseHasClaimedItSince() {
    Delivery delivery = planned("1", NOW);
    Delivery first = store.claim(delivery.id(), NOW, LEASE).orElseThrow();
    Delivery second = store.claim(delivery.id(), NOW.plusSeconds(61), LEASE).orElseThrow();

    assertThat(store.finish(first, Result.delivered(Optional.empty()), FAILURE)).isFalse();
    assertThat(store.finish(second, Result.delivered(Optional.of("m1")), FAILURE)).isTrue();

    Delivery delivered = store.find(delivery.id()).orElseThrow();
    assertThat(delivered.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivered.providerId()).contains("m1");
    assertThat(delivered.deliveredAt()).contains(NOW.plusMillis(212));
    assertThat(delivered.nextAttemptAt()).isEmpty();
    assertThat(delivered.log()).containsExactly(FAILURE);
    assertThat(store.due(NOW.plus(Duration.ofDays(9)), 10)).isEmpty();
    assertThat(store.claim(delivery.id(), NOW.plus(Duration.ofDays(1)), LEASE)).isEmpty();
  }

  @Test
  void failedAttempt_shouldBeDueAgain_andKeptInTheLog() {
    Delivery delivery = planned("1", NOW);
    Instant next = NOW.plus(Duration.ofMinutes(5));
    fail(delivery, NOW, next);

    assertThat(store.due(next.minusSeconds(1), 10)).isEmpty();
    assertThat(store.due(next, 10))
        .containsExactly(new Due(delivery.id(), delivery.kind(), "staff", next));

    fail(delivery, next, next.plus(Duration.ofMinutes(30)));
    assertThat(store.find(delivery.id()).orElseThrow().log()).containsExactly(FAILURE, FAILURE);
  }

  @Test
  void due_shouldBeTheLongestDueFirst_overAllShards() {
    List<String> ids =
        IntStream.range(0, 20)
            .mapToObj(number -> planned("" + number, NOW.minusSeconds(20L - number)).id())
            .toList();

    assertThat(store.due(NOW, 100)).extracting(Due::id).containsExactlyElementsOf(ids);
    assertThat(store.due(NOW, 5)).extracting(Due::id).containsExactlyElementsOf(ids.subList(0, 5));
  }

  @Test
  void delivery_shouldBePutOffOrEnded_unlessItIsBeingSent() {
    Delivery delivery = planned("1", NOW);
    Instant later = NOW.plus(Duration.ofMinutes(9));
    assertThat(store.postpone(delivery.id(), later, NOW)).isTrue();
    assertThat(store.due(NOW, 10)).isEmpty();

    store.claim(delivery.id(), later, LEASE);
    assertThat(store.postpone(delivery.id(), later, later)).isFalse();
    assertThat(store.end(delivery.id(), DeliveryState.CANCELLED, "erased", later)).isFalse();

    Instant afterLease = later.plusSeconds(61);
    assertThat(store.end(delivery.id(), DeliveryState.CANCELLED, "erased", afterLease)).isTrue();
    assertThat(store.find(delivery.id()).orElseThrow().reason()).contains("erased");
    assertThat(store.end(delivery.id(), DeliveryState.HELD, "paused", afterLease)).isFalse();
  }

  @Test
  void report_shouldEndADelivery_whoseAnswerWasLost() {
    Delivery delivery = planned("1", NOW);
    Delivery claimed = store.claim(delivery.id(), NOW, LEASE).orElseThrow();

    assertThat(store.report(delivery.id(), DeliveryState.DELIVERED, FAILURE)).isTrue();

    assertThat(store.finish(claimed, Result.retry(NOW), FAILURE)).isFalse();
    assertThat(store.due(NOW.plus(Duration.ofDays(1)), 10)).isEmpty();
    assertThat(store.report("dlv_0", DeliveryState.DELIVERED, FAILURE)).isFalse();
  }

  @Test
  void bounce_shouldStay_whenAnEarlierReportComesAfterIt() {
    Delivery delivery = planned("1", NOW);

    store.report(delivery.id(), DeliveryState.BOUNCED, FAILURE);
    store.report(delivery.id(), DeliveryState.DELIVERED, FAILURE);

    assertThat(store.find(delivery.id()).orElseThrow().state()).isEqualTo(DeliveryState.BOUNCED);
  }

  @Test
  void replay_shouldBeginAgain_withTheSameId() {
    Delivery delivery = planned("1", NOW);
    Delivery claimed = store.claim(delivery.id(), NOW, LEASE).orElseThrow();
    assertThat(store.replay(delivery.id(), NOW)).isFalse();
    store.finish(claimed, Result.ended(DeliveryState.FAILED, "HTTP_400"), FAILURE);

    assertThat(store.replay(delivery.id(), NOW)).isTrue();

    Delivery again = store.claim(delivery.id(), NOW, LEASE).orElseThrow();
    assertThat(again.attempts()).isEqualTo(1);
    assertThat(again.reason()).isEmpty();
    assertThat(again.log()).containsExactly(FAILURE);
    assertThat(store.replay("dlv_0", NOW)).isFalse();
  }

  @Test
  void health_shouldBeKept_andChangedByOneAtATime() {
    ChannelHealth healthy = store.health("crm");
    assertThat(healthy).isEqualTo(ChannelHealth.HEALTHY);
    ChannelHealth failed = healthy.afterFailure(NOW, Optional.of(Duration.ofMinutes(1)));

    assertThat(store.update("crm", healthy, failed)).isTrue();
    assertThat(store.update("crm", healthy, failed)).isFalse();

    ChannelHealth stored = store.health("crm");
    assertThat(stored.failures()).isEqualTo(1);
    assertThat(stored.restUntil()).isEqualTo(failed.restUntil());
    assertThat(store.update("crm", stored, stored.stopped(ChannelHealth.PAUSED, NOW))).isTrue();
    assertThat(store.health("crm").reason()).contains(ChannelHealth.PAUSED);
  }

  private void fail(Delivery delivery, Instant at, Instant next) {
    Delivery claimed = store.claim(delivery.id(), at, LEASE).orElseThrow();
    assertThat(store.finish(claimed, Result.retry(next), FAILURE)).isTrue();
  }

  private Delivery planned(String lead, Instant due) {
    Delivery delivery = delivery(lead, due);
    store.plan(delivery);
    return delivery;
  }

  private static Delivery delivery(String lead, Instant due) {
    return Delivery.planned(
        NoticeEvent.LEAD_CREATED,
        Delivery.ofLead(lead),
        Channel.mail("staff", List.of("sales@example.com")),
        Delivery.recipient("sales@example.com"),
        NOW.minusSeconds(1),
        NOW,
        due);
  }
}
