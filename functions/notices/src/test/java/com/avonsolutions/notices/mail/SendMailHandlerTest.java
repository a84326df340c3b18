package com.avonsolutions.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.deliveries.Attempt;
import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelHealth;
import com.avonsolutions.deliveries.ChannelStore;
import com.avonsolutions.deliveries.ChoiceStore;
import com.avonsolutions.deliveries.Delivery;
import com.avonsolutions.deliveries.DeliveryState;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadStore;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.notices.NoticesFixture;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.standin.SentMail;
import com.avonsolutions.sandbox.standin.SesStandIn.Fault;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class SendMailHandlerTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final Channel STAFF = Channel.mail("staff", List.of(NoticesFixture.STAFF));

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static NoticesFixture notices;

  @BeforeAll
  static void start() {
    notices = new NoticesFixture(DATABASE);
  }

  @AfterAll
  static void stop() {
    notices.close();
  }

  @BeforeEach
  void reset() {
    notices.reset();
  }

  @Test
  void lead_shouldBeInTheMailbox_withEverythingThatStaffNeed() {
    Lead lead = notices.store(notices.lead());

    Delivery delivery = sent(lead);

    SentMail mail = onlyMail();
    assertThat(mail.to()).containsExactly(NoticesFixture.STAFF);
    assertThat(mail.from()).isEqualTo("\"Avon Solutions\" <leads@mail.example.in>");
    assertThat(mail.replyTo()).containsExactly("asha@example.in");
    assertThat(mail.subject()).matches("New lead: आशा शर्मा, Google and Meta ads \\[.{3}-.{3}]");
    assertThat(mail.headers())
        .containsEntry("Auto-Submitted", "auto-generated")
        .containsEntry("References", "<" + lead.id() + "@mail.example.in>");
    assertThat(mail.tags()).containsEntry("delivery", delivery.id());
    for (String part : List.of(mail.text(), mail.html())) {
      assertThat(part)
          .contains("आशा शर्मा", "+919876543210", "98765 43210", "+912226543210")
          .contains("https://wa.me/919876543210", "asha@example.in", "Asha Textiles")
          .contains("Google and Meta ads", "नमस्ते, I need ads.", "50k", "google-ads", "diwali")
          .contains("/contact", "utm_source", "click-1", "answer-enquiry", "2026-11")
          .contains("provider-1", lead.id());
    }
    assertThat(mail.html())
        .contains("href=\"tel:+919876543210\"", "&lt; 5 pm &amp; bring")
        .doesNotContain("< 5 pm", "<img", "<script");
    assertThat(mail.text()).contains("> Please call < 5 pm & bring \"prices\".");
    assertThat(delivery.state()).isEqualTo(DeliveryState.DELIVERED);
    assertThat(delivery.log()).extracting(Attempt::outcome).containsExactly("OK", "ARRIVED");
  }

  @Test
  void source_shouldBeReadable_whenNameAndMessageAreHindi() throws Exception {
    sent(notices.store(notices.lead()));

    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(onlyMail().source()));

    assertThat(message.getSubject()).startsWith("New lead: आशा शर्मा");
    assertThat(((MimeMultipart) message.getContent()).getBodyPart(0).getContent())
        .asString()
        .contains("नमस्ते");
    assertThat(new String(onlyMail().source(), StandardCharsets.US_ASCII))
        .contains("Subject: =?UTF-8?");
  }

  @Test
  void warning_shouldComeFirst_whenThePersonMustNotBeCalled() {
    Lead lead = notices.lead();
    Person person = lead.person();
    sent(
        notices.store(
            lead.withPerson(
                new Person(person.name(), person.email(), person.phone(), person.texts(), true))));

    assertThat(onlyMail().text()).startsWith("Do not call: ");
    assertThat(onlyMail().html().split("<body>", -1)[1].strip())
        .startsWith("<p class=\"warning\">");
  }

  @Test
  void mail_shouldShowTheCodeAlone_whenTheChannelWantsNoDetails() {
    Channel bare =
        new Channel(
            "staff",
            STAFF.kind(),
            STAFF.to(),
            Optional.empty(),
            Optional.empty(),
            STAFF.events(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            false);
    notices.load(bare);
    Lead lead = notices.store(notices.lead());

    sent(lead);

    assertThat(onlyMail().subject()).startsWith("New lead [");
    assertThat(onlyMail().text() + onlyMail().html())
        .contains(lead.id())
        .doesNotContain("आशा", "98765", "example.in\"", "ads.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Asha\r\nBcc: all@example.com",
        "\u202eahsA\u2066",
        "<img src=x onerror=alert(1)>",
        "{{7*7}} ${jndi:ldap://x} <!channel> [click](http://evil.example)",
        "I&#039;m",
        "\ud83d\ude00\ud83d\ude00",
        "a\u0000b\u0007c\u2028d"
      })
  void hostileName_shouldBeShownAsText(String name) throws Exception {
    Lead lead = notices.lead();
    sent(
        notices.store(
            lead.withPerson(
                    new Person(
                        Optional.of(name),
                        Optional.empty(),
                        lead.person().phone(),
                        Map.of(),
                        false))
                .withEnquiry(
                    new Enquiry(
                        Optional.empty(), Optional.of(name.repeat(20)), Map.of(name, name)))));

    SentMail mail = onlyMail();
    assertThat(mail.subject()).doesNotContainPattern("[\\p{Cc}\u202a-\u202e\u2066-\u2069]");
    assertThat(mail.html()).doesNotContain("<img", "\u202e").doesNotContainPattern("<script");
    MimeMessage message =
        new MimeMessage(
            Session.getInstance(new Properties()), new ByteArrayInputStream(mail.source()));
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(message.getHeader("Bcc")).isNull();
    assertThat(mail.text()).doesNotContain("&lt;", "&amp;");
  }

  @ParameterizedTest
  @CsvSource({
    "asha@example.in, asha@example.in",
    "asha@उदाहरण.भारत, asha@xn--p1b6ci4b4b3a.xn--h2brj9c",
    "अ@example.in, ''",
    "leads@mail.example.in, ''",
    "'\"a b\"@example.in', ''"
  })
  void answer_shouldGoToThePerson_unlessMailCannot(String email, String replyTo) {
    Lead lead = notices.lead();
    sent(
        notices.store(
            lead.withPerson(
                new Person(
                    Optional.of("Asha"),
                    Optional.of(new EmailAddress(email)),
                    Optional.empty(),
                    Map.of(),
                    false))));

    assertThat(String.join("", onlyMail().replyTo())).isEqualTo(replyTo);
  }

  @Test
  void nudge_shouldSendNothingTwice_whenItComesTwice() {
    Lead lead = notices.store(notices.lead());
    String id = notices.plan(lead, STAFF).get(0);
    notices.nudge(notices.find(id));
    notices.work();
    notices.nudge(notices.find(id));
    notices.work();

    assertThat(notices.ses.mails()).hasSize(1);
  }

  @Test
  void mail_shouldBeSentLater_whenSesIsAway() {
    Lead lead = notices.store(notices.lead());
    notices.ses.next(Fault.REFUSED, Fault.THROTTLED);
    String id = notices.plan(lead, STAFF).get(0);
    notices.work();
    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.RETRY);

    notices.clock.pass(Duration.ofMinutes(3));
    notices.work();
    notices.clock.pass(Duration.ofMinutes(8));
    notices.work();

    assertThat(notices.ses.mails()).hasSize(1);
    assertThat(notices.find(id).log())
        .extracting(Attempt::outcome)
        .containsExactly("ServiceUnavailable", "TooManyRequestsException", "OK", "ARRIVED");
    assertThat(notices.deliveries().health("staff").isUntroubled()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"LOST_ANSWER", "HANG"})
  void mail_shouldNotBeDoubled_whenOnlyTheAnswerIsLost(Fault fault) {
    Lead lead = notices.store(notices.lead());
    notices.ses.next(fault);
    String id = notices.plan(lead, STAFF).get(0);
    notices.work();
    notices.clock.pass(Duration.ofMinutes(10));
    notices.nudge(notices.find(id));
    notices.work();

    assertThat(notices.ses.mails()).hasSize(1);
    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void mail_shouldBeDoubledOnce_whenAnswerAndEventAreLost() {
    Lead lead = notices.store(notices.lead());
    notices.ses.reportEvents(false);
    notices.ses.next(Fault.LOST_ANSWER);
    String id = notices.plan(lead, STAFF).get(0);
    notices.work();
    notices.clock.pass(Duration.ofMinutes(10));
    notices.nudge(notices.find(id));
    notices.work();

    assertThat(notices.ses.mails()).hasSize(2);
    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void mail_shouldBeTriedAgain_whenTheFunctionDiedWhileSending() {
    Lead lead = notices.store(notices.lead());
    String id = notices.plan(lead, STAFF).get(0);
    notices.deliveries().claim(id, notices.clock.instant(), Duration.ofSeconds(60));
    notices.work();
    assertThat(notices.ses.mails()).isEmpty();

    notices.clock.pass(Duration.ofSeconds(61));
    notices.nudge(notices.find(id));
    notices.work();

    assertThat(notices.ses.mails()).hasSize(1);
  }

  @Test
  void mail_shouldFail_whenSesWillNeverTakeIt() {
    Lead lead = notices.store(notices.lead());
    notices.ses.next(Fault.REJECTED);

    Delivery delivery = sent(lead);

    assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    assertThat(delivery.reason()).contains("MessageRejected");
    assertThat(notices.deliveries().health("staff").isUntroubled()).isTrue();
  }

  @Test
  void mail_shouldBeGivenUp_afterItsLastAttempt() {
    Lead lead = notices.store(notices.lead());
    notices.ses.always(Fault.REFUSED);
    String id = notices.plan(lead, STAFF).get(0);
    for (int hour = 0; hour < 60; hour++) {
      notices.work();
      notices.clock.pass(Duration.ofHours(1));
      if (notices.find(id).state().isLive()) {
        notices.nudge(notices.find(id));
      }
    }

    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.FAILED);
    assertThat(notices.find(id).log()).hasSize(7);
  }

  @Test
  void mail_shouldBeGivenUp_whenItsLeadCannotBeRead() {
    Lead lead = notices.store(notices.lead());
    DATABASE
        .client()
        .updateItem(
            r ->
                r.tableName("LeadsTable")
                    .key(Map.of("id", AttributeValue.fromS(lead.id())))
                    .updateExpression("REMOVE #source")
                    .expressionAttributeNames(Map.of("#source", "source")));

    Delivery delivery = sent(lead);

    assertThat(delivery.state()).isEqualTo(DeliveryState.RETRY);
    assertThat(delivery.log()).extracting(Attempt::outcome).containsExactly("ERROR");
  }

  @Test
  void mail_shouldBeGivenUp_whenFunctionsAlwaysDieOfIt() {
    Lead lead = notices.store(notices.lead());
    String id = notices.plan(lead, STAFF).get(0);
    for (int death = 0; death < 10; death++) {
      notices.deliveries().claim(id, notices.clock.instant(), Duration.ofSeconds(60));
      notices.clock.pass(Duration.ofSeconds(61));
    }
    notices.work();

    assertThat(notices.ses.mails()).isEmpty();
    assertThat(notices.find(id).reason()).contains("DIED");
  }

  @Test
  void erasedLead_shouldNotBeTold() {
    Lead lead = notices.store(notices.lead());
    String id = notices.plan(lead, STAFF).get(0);
    notices.bean(LeadStore.class).erase(lead.id());
    notices.work();

    assertThat(notices.ses.mails()).isEmpty();
    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.CANCELLED);
  }

  @Test
  void bouncedAddress_shouldGetNoMoreMail() {
    String bouncing = "bounce@simulator.amazonses.com";
    notices.load(Channel.mail("office", List.of(bouncing)));
    Channel office = Channel.mail("office", List.of(bouncing));
    String first = notices.plan(notices.store(notices.lead()), office).get(0);
    notices.work();
    notices.work();
    assertThat(notices.find(first).state()).isEqualTo(DeliveryState.BOUNCED);
    assertThat(notices.bean(ChoiceStore.class).isSuppressed(bouncing)).isTrue();

    String second = notices.plan(notices.store(notices.lead()), office).get(0);
    notices.work();

    assertThat(notices.ses.mails()).hasSize(1);
    assertThat(notices.find(second).reason()).contains("suppressed");
  }

  @Test
  void staff_shouldBeToldAtOnce_whenOnlyTheyCanMendAChannel() {
    notices.load(Channel.mail("other", List.of("other@example.com")));
    notices.ses.next(Fault.PAUSED);
    notices.plan(notices.store(notices.lead()), STAFF);
    notices.work();

    assertThat(notices.ses.mails())
        .filteredOn(mail -> mail.subject().startsWith("A channel of notices is failing"))
        .extracting(SentMail::to)
        .contains(List.of("other@example.com"));
  }

  @Test
  void delivery_shouldBeHeld_whileItsChannelIsPaused() {
    ChannelHealth health = notices.deliveries().health("staff");
    notices
        .deliveries()
        .update("staff", health, health.stopped(ChannelHealth.PAUSED, notices.clock.instant()));

    Delivery delivery = sent(notices.store(notices.lead()));

    assertThat(delivery.state()).isEqualTo(DeliveryState.HELD);
    assertThat(notices.ses.mails()).isEmpty();
  }

  @Test
  void delivery_shouldBeSent_whenItsChannelIsNewerThanWhatTheFunctionHasRead() {
    sent(notices.store(notices.lead()));
    Channel added = Channel.mail("added", List.of("added@example.com"));
    notices.bean(ChannelStore.class).load(added);

    String id = notices.plan(notices.store(notices.lead()), added).get(0);
    notices.work();

    assertThat(notices.find(id).state()).isEqualTo(DeliveryState.DELIVERED);
  }

  @Test
  void delivery_shouldBeCancelled_whenItsChannelIsGone() {
    Channel gone = Channel.mail("gone", List.of("gone@example.com"));
    String id = notices.plan(notices.store(notices.lead()), gone).get(0);
    notices.work();

    assertThat(notices.find(id).reason()).contains("channel-gone");
  }

  @ParameterizedTest
  @ValueSource(strings = {"LEAD_ERASED", "TESTIMONIAL_PENDING", "CHANNEL_DISABLED", "NOTICES_TEST"})
  void otherEvent_shouldBeWrittenInItsOwnWords(NoticeEvent event) {
    notices.plan(
        Delivery.planned(
            event,
            "lead#01a2042a",
            STAFF,
            STAFF.recipients().get(0),
            notices.clock.instant(),
            notices.clock.instant(),
            notices.clock.instant()));
    notices.work();

    assertThat(onlyMail().text())
        .contains("01a2042a")
        .containsPattern("Time: 2[0-9] Nov 2026, [0-2][0-9]:45");
    assertThat(onlyMail().subject()).doesNotContain("New lead");
  }

  private Delivery sent(Lead lead) {
    String id = notices.plan(lead, STAFF).get(0);
    notices.work();
    notices.work();
    return notices.find(id);
  }

  private SentMail onlyMail() {
    assertThat(notices.ses.mails()).hasSize(1);
    return notices.ses.mails().get(0);
  }
}
