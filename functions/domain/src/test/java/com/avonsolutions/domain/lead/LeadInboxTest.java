package com.avonsolutions.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.Stores;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.testing.EmbeddedSqs;
import com.avonsolutions.testing.EmbeddedSqs.Fault;
import com.avonsolutions.testing.FaultyDynamoDb;
import com.avonsolutions.testing.MutableClock;
import com.avonsolutions.testing.SamTemplate;
import com.avonsolutions.testing.SiteDatabase;
import com.avonsolutions.testing.SqsMessage;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Where a lead goes when the table or the queue refuses it. */
class LeadInboxTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DATABASE.endpoint());
  private final EmbeddedSqs sqs =
      new EmbeddedSqs(SamTemplate.ofProject(), new MutableClock(), Optional.empty());
  private final Stores stores = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint(), sqs);
  private final LeadInbox inbox = stores.get(LeadInbox.class);
  private final SubmissionIdentity identity =
      SubmissionIdentity.of(Optional.of("k"), Optional.empty(), Map.of("name", "Asha"));

  @AfterEach
  void close() {
    stores.close();
    sqs.close();
    dynamoDb.close();
  }

  @Test
  void take_shouldLeaveTheQueueAlone_whenTheStoreTakesTheLead() {
    Lead lead = lead();

    assertThat(inbox.take(lead, identity)).isEqualTo(Receipt.stored(lead.id()));

    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @Test
  void take_shouldQueueTheWholeLead_whenTheStoreRefuses() {
    dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);
    Lead lead = lead();

    assertThat(inbox.take(lead, identity)).isEqualTo(Receipt.queued(lead.id()));

    assertThat(sqs.messages("SpillQueue"))
        .extracting(SqsMessage::body)
        .extracting(stores.get(SpillQueue.class)::read)
        .containsExactly(new SpilledLead(lead, identity));
  }

  @Test
  void take_shouldTryTheQueueAgain_whenItsAnswerIsLost() {
    dynamoDb.always(FaultyDynamoDb.Fault.SERVER_ERROR);
    sqs.next(Fault.LOST_ANSWER);

    assertThat(inbox.take(lead(), identity).queued()).isTrue();

    assertThat(sqs.messages("SpillQueue")).isNotEmpty();
  }

  @Test
  void take_shouldSaySo_whenTheQueueRefusesToo() {
    dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);
    sqs.always(Fault.REFUSED);

    assertThatThrownBy(() -> inbox.take(lead(), identity))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @Test
  void take_shouldSaySo_whenTheFunctionHasNoQueue() {
    try (Stores without = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint())) {
      dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);

      assertThatThrownBy(() -> without.get(LeadInbox.class).take(lead(), identity))
          .isInstanceOf(StoreUnavailableException.class);
    }
  }

  private Lead lead() {
    return new Lead(
        stores.get(IdGenerator.class).next(),
        LeadState.RECEIVED,
        new Person(
            Optional.of("Asha \"A\""),
            Optional.empty(),
            Phone.parse("9876543210"),
            Optional.empty(),
            false),
        Enquiry.NONE,
        Origin.page("site", Optional.empty(), Optional.of("/contact")),
        Attribution.NONE,
        "2026-11",
        Optional.empty(),
        stores.clock().instant());
  }
}
