package com.avonsolutions.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadIntake;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.SpillQueue;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.EmbeddedSqs.Fault;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.engine.SqsMessage;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens to a lead when the table or the queue refuses it. */
class LeadIntakeTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final FaultyDynamoDb dynamoDb = new FaultyDynamoDb(DATABASE.endpoint());
  private final EmbeddedSqs sqs =
      new EmbeddedSqs(SamTemplate.ofProject(), new MutableClock(), Optional.empty());
  private final Stores stores = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint(), sqs);
  private final LeadIntake intake = stores.get(LeadIntake.class);
  private final SubmissionIdentity identity =
      SubmissionIdentity.of(Optional.of("k"), Optional.empty(), Map.of("name", "Asha"));

  @AfterEach
  void close() {
    stores.close();
    sqs.close();
    dynamoDb.close();
  }

  @Test
  void accept_shouldNotUseTheQueue_whenTheStoreAcceptsTheLead() {
    Lead lead = lead();

    assertThat(intake.accept(lead, identity)).isEqualTo(Receipt.stored(lead.id()));

    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @Test
  void accept_shouldQueueTheWholeLead_whenTheStoreRefuses() {
    dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);
    Lead lead = lead();

    assertThat(intake.accept(lead, identity)).isEqualTo(Receipt.queued(lead.id()));

    assertThat(sqs.messages("SpillQueue"))
        .extracting(SqsMessage::body)
        .extracting(stores.get(SpillQueue.class)::read)
        .containsExactly(new SpilledLead(lead, identity));
  }

  @Test
  void accept_shouldRetryTheQueue_whenItsReplyIsLost() {
    dynamoDb.always(FaultyDynamoDb.Fault.SERVER_ERROR);
    sqs.next(Fault.LOST_ANSWER);

    assertThat(intake.accept(lead(), identity).queued()).isTrue();

    assertThat(sqs.messages("SpillQueue")).isNotEmpty();
  }

  @Test
  void accept_shouldFail_whenTheQueueRefusesToo() {
    dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);
    sqs.always(Fault.REFUSED);

    assertThatThrownBy(() -> intake.accept(lead(), identity))
        .isInstanceOf(StoreUnavailableException.class);

    assertThat(sqs.messages("SpillQueue")).isEmpty();
  }

  @Test
  void accept_shouldFail_whenTheFunctionHasNoQueue() {
    try (Stores without = Stores.of(DATABASE, "ContactFunction", dynamoDb.endpoint())) {
      dynamoDb.always(FaultyDynamoDb.Fault.THROTTLED);

      assertThatThrownBy(() -> without.get(LeadIntake.class).accept(lead(), identity))
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
            Map.of(),
            false),
        Enquiry.NONE,
        Origin.page("site", Optional.empty(), Optional.of("/contact")),
        Attribution.NONE,
        Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.TICKED),
        Optional.empty(),
        stores.clock().instant());
  }
}
