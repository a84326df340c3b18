package com.avonsolutions.aws.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.Stores;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.vote.Vote;
import com.avonsolutions.domain.vote.VoteCount;
import com.avonsolutions.domain.vote.VoteStore;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbVoteStoreTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final Stores stores = Stores.of(DATABASE, "FaqFunction");
  private final VoteStore votes = stores.get(VoteStore.class);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void counts_shouldBeByEntryAndQuestion_mostNoVotesFirst() {
    for (int voter = 0; voter < 20; voter++) {
      votes.put(new Vote("seo-how-long", "seo kab dikhega", "a" + voter, voter < 4));
    }
    votes.put(new Vote("seo-how-long", "", "b", true));
    votes.put(new Vote("minimum-budget", "seo kab dikhega", "c", false));

    assertThat(votes.counts(MARCH))
        .containsExactly(
            new VoteCount("seo-how-long", "seo kab dikhega", 4, 16),
            new VoteCount("minimum-budget", "seo kab dikhega", 0, 1),
            new VoteCount("seo-how-long", "", 1, 0));
    assertThat(
            DATABASE.client().scan(r -> r.tableName("VotesTable")).items().stream()
                .map(item -> item.get("monthShard"))
                .distinct())
        .hasSize(4);
  }

  @Test
  void counts_shouldUseTheLastVote_whenAVoterVotesAgain() {
    votes.put(new Vote("cookies", "", "same", true));
    votes.put(new Vote("cookies", "", "same", true));
    assertThat(votes.counts(MARCH)).containsExactly(new VoteCount("cookies", "", 1, 0));

    votes.put(new Vote("cookies", "", "same", false));
    assertThat(votes.counts(MARCH)).containsExactly(new VoteCount("cookies", "", 0, 1));
  }

  @Test
  void counts_shouldSeparateMonthsAtMidnightInIndia() {
    stores.clock().set(Instant.parse("2026-03-31T18:29:59Z"));
    votes.put(new Vote("cookies", "", "a", true));
    stores.clock().set(Instant.parse("2026-03-31T18:30:00Z"));
    votes.put(new Vote("cookies", "", "b", false));

    assertThat(votes.counts(MARCH)).containsExactly(new VoteCount("cookies", "", 1, 0));
    assertThat(votes.counts(MARCH.plusMonths(1)))
        .containsExactly(new VoteCount("cookies", "", 0, 1));
  }

  @Test
  void counts_shouldLeaveOutTheExpired_whenTheyAreNotDeletedYet() {
    votes.put(new Vote("cookies", "", "a", true));

    stores.clock().pass(Duration.ofDays(180).minusSeconds(1));
    assertThat(votes.counts(MARCH)).hasSize(1);
    stores.clock().pass(Duration.ofSeconds(1));
    assertThat(votes.counts(MARCH)).isEmpty();
  }

  @Test
  void everything_shouldFail_whenTheStoreIsDown() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint());
        Stores down = Stores.of(DATABASE, "FaqFunction", faulty.endpoint())) {
      faulty.always(Fault.SERVER_ERROR);
      VoteStore store = down.get(VoteStore.class);

      assertThatThrownBy(() -> store.counts(MARCH)).isInstanceOf(StoreUnavailableException.class);
      assertThatThrownBy(() -> store.put(new Vote("cookies", "", "a", true)))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }
}
