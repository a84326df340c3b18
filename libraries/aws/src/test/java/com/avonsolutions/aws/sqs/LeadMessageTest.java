package com.avonsolutions.aws.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.aws.dynamodb.LeadItem;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.ExtraAnswers;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadField;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.domain.lead.SpamVerdict;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.lead.UnreadableLeadException;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadMessageTest {
  private static final int LARGEST_MESSAGE = 256 * 1024;
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:15:30.123456789Z");

  private final LeadMessage messages = new LeadMessage(new LeadItem(Duration.ofDays(730)));

  @Test
  void read_shouldReturnAnEqualLead_withAllFields() {
    SpilledLead full = full();

    assertThat(messages.read(messages.write(full))).isEqualTo(full);
  }

  /** An earlier version may read what this one writes, while a deployment shifts. */
  @Test
  void write_shouldGiveTheTextOfEarlierVersions() {
    String text =
        """
            {"version":1,"lead":{"company":{"S":"Rao & Söhne"},
            "consent":{"M":{"language":{"S":"en"},"method":{"S":"ticked"},
            "purposes":{"L":[{"S":"answer-enquiry"}]},"wordsHash":{"S":"sha256:56cc"}}},
            "consentVersion":{"S":"2026-11"},"dayShard":{"S":"2026-11-22#1"},
            "doNotCall":{"BOOL":true},"email":{"S":"asha@example.com"},
            "emailHash":{"S":"d794435f9059830181503b613f0c52b4ffe106174b3590d5c136d3e9f8b0a10f"},
            "expiresAt":{"N":"1858414530"},"firstTouch":{"M":{"utm_source":{"S":"meta"}}},
            "form":{"S":"77"},"id":{"S":"01a2042a-3c64-7e3f-a7cb-0a0855ee52ea"},
            "lastTouch":{"M":{"gclid":{"S":"g-1"}}},
            "message":{"S":"One\\n\\ttwo \\\\ \\uFFFF 😀"},
            "more":{"M":{"Area":{"S":"Pune\\nNashik"}}},"name":{"S":"आशा \\"Rao\\""},
            "page":{"S":"https://offers.example.com/a?b=c"},"phone":{"S":"+919876543210"},
            "phoneHash":{"S":"a205515f17d82b4ad8eb07db7ebbe50081a23394395b638da2fc6f6a3c780acf"},
            "phoneTyped":{"S":"98765 43210"},"providerId":{"S":"lead-1"},
            "receivedAt":{"S":"2026-11-22T10:15:30.123456789Z"},"service":{"S":"ads"},
            "source":{"S":"google-ads"},"spam":{"M":{"points":{"N":"7"},
            "quarantined":{"BOOL":true},"reasons":{"L":[{"S":"links"},{"S":"burst"}]}}},
            "state":{"S":"QUARANTINED"},"stateShard":{"S":"QUARANTINED#2026-11#1"},
            "submittedAt":{"S":"2026-11-22T10:14:30.123456789Z"}},
            "identity":{"contentHash":{"S":"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
            "key":{"S":"b8cc2e7846d18102ceb33c09ada53d8693971de9f4dbed2bbc60a410dfcdeb63"},
            "windowSeconds":{"N":"129600000"}}}
            """;

    assertThat(messages.write(full())).isEqualTo(text.replace("\n", ""));
  }

  @Test
  void read_shouldReturnAnEqualLead_withTheMinimum() {
    SpilledLead little =
        new SpilledLead(
            new Lead(
                "01a2042a-3c64-7e3f-a7cb-0a0855ee52ea",
                LeadState.AWAITING_DETAILS,
                Person.UNKNOWN,
                Enquiry.NONE,
                Origin.page("meta", Optional.empty(), Optional.empty()),
                Attribution.NONE,
                Consent.unseen(ShownWords.named("unnamed"), ConsentMethod.UNKNOWN),
                Optional.empty(),
                RECEIVED),
            SubmissionIdentity.of(Optional.empty(), Optional.empty(), Map.of("name", "Asha")));

    assertThat(messages.read(messages.write(little))).isEqualTo(little);
  }

  /** Messages of the first version may wait in a queue when a later version is deployed. */
  @Test
  void read_shouldUnderstandTheFirstVersion_asItWasWritten() {
    SpilledLead spilled =
        messages.read(
            """
            {"version":1,"lead":{"consentVersion":{"S":"2026-11"},"dayShard":{"S":"2026-11-22#1"},
             "doNotCall":{"BOOL":false},"expiresAt":{"N":"1858438206"},
             "id":{"S":"01a2042a-3c64-7e3f-a7cb-0a0855ee52ea"},
             "lastTouch":{"M":{"utm_source":{"S":"google"}}},"name":{"S":"Asha"},
             "phone":{"S":"+919876543210"},"phoneHash":{"S":"a205515f17d8"},
             "phoneTyped":{"S":"9876543210"},"receivedAt":{"S":"2026-11-22T10:15:30Z"},
             "source":{"S":"site"},
             "spam":{"M":{"points":{"N":"1"},"quarantined":{"BOOL":false},
              "reasons":{"L":[{"S":"links"}]}}},
             "state":{"S":"RECEIVED"},"stateShard":{"S":"RECEIVED#2026-11#1"}},
             "identity":{"contentHash":{"S":"417d10898d60"},"key":{"S":"f788aec70979"},
              "windowSeconds":{"N":"600"}}}
            """);

    assertThat(spilled.lead().person().name()).contains("Asha");
    assertThat(spilled.lead().attribution().last()).containsEntry("utm_source", "google");
    // Nobody wrote down how that person consented.
    assertThat(spilled.lead().consent())
        .isEqualTo(Consent.unseen(ShownWords.named("2026-11"), ConsentMethod.UNKNOWN));
    assertThat(spilled.lead().spam()).contains(new SpamVerdict(false, 1, List.of("links")));
    assertThat(spilled.identity())
        .isEqualTo(new SubmissionIdentity("f788aec70979", "417d10898d60", Duration.ofMinutes(10)));
  }

  @Test
  void write_shouldFitIntoAMessage_whenTheLeadHasTheMaximumSize() {
    String text = "ह".repeat(LeadField.MESSAGE.maxLength());
    String answer = "ह".repeat(ExtraAnswers.MAX_LENGTH);
    ExtraAnswers more = new ExtraAnswers();
    for (int i = 0; i < 120; i++) {
      more.add("%03d".formatted(i) + "ह".repeat(97), i < 20 ? answer : "ह");
    }
    Map<String, String> touch = new HashMap<>();
    for (int i = 0; i < 15; i++) {
      touch.put("utm_source" + i, "ह".repeat(500));
    }
    Lead largest =
        new Lead(
            "01a2042a-3c64-7e3f-a7cb-0a0855ee52ea",
            LeadState.RECEIVED,
            new Person(
                Optional.of("ह".repeat(150)),
                Optional.of(new EmailAddress("ह".repeat(EmailAddress.MAX_LENGTH))),
                Optional.of(new Phone("+919876543210", "९".repeat(LeadField.PHONE.maxLength()))),
                Optional.of(new Phone("+919123456780", "९".repeat(LeadField.PHONE.maxLength()))),
                LeadField.plain(field -> Optional.of("ह".repeat(field.maxLength()))),
                false),
            new Enquiry(Optional.of(Service.ADS), Optional.of(text), more.build()),
            new Origin(
                "ह".repeat(100),
                Optional.of("ह".repeat(500)),
                Optional.of("ह".repeat(500)),
                Optional.of("ह".repeat(500)),
                Optional.of(RECEIVED)),
            new Attribution(touch, touch),
            new Consent(
                new ShownWords(
                    "ह".repeat(ShownWords.MAX_VERSION_LENGTH),
                    Optional.of("ह".repeat(ShownWords.MAX_LANGUAGE_LENGTH)),
                    Optional.of("sha256:" + "0".repeat(64))),
                ConsentMethod.PLATFORM,
                Set.of(Purpose.values()),
                Set.of(Purpose.values())),
            Optional.of(new SpamVerdict(true, 9, List.of("links", "burst", "repeated"))),
            RECEIVED);

    String message =
        messages.write(
            new SpilledLead(largest, SubmissionIdentity.ofProvider("google-ads", "lead-1")));

    assertThat(message.getBytes(UTF_8)).hasSizeLessThan(LARGEST_MESSAGE);
    assertThat(message.getBytes(UTF_8)).hasSizeGreaterThan(LARGEST_MESSAGE * 3 / 4);
  }

  @Test
  void write_shouldEscapeCharacters_thatSqsRefuses() {
    Lead odd =
        new Lead(
            "1",
            LeadState.RECEIVED,
            Person.UNKNOWN,
            new Enquiry(Optional.empty(), Optional.of("\uFFFE\uFFFF\u0001"), Map.of()),
            Origin.page("site", Optional.empty(), Optional.empty()),
            Attribution.NONE,
            Consent.unseen(ShownWords.named("x"), ConsentMethod.TICKED),
            Optional.empty(),
            RECEIVED);

    assertThat(messages.write(new SpilledLead(odd, SubmissionIdentity.ofProvider("a", "b"))))
        .contains("\\uFFFE\\uFFFF\\u0001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hello",
        "null",
        "[]",
        "{}",
        "{\"version\":1}",
        "{\"version\":2,\"lead\":{},\"identity\":{}}",
        "{\"version\":\"1\",\"lead\":{},\"identity\":{}}",
        "{\"version\":1,\"lead\":{},\"identity\":{}}",
        "{\"version\":1,\"lead\":\"x\",\"identity\":{}}",
        "{\"version\":1,\"lead\":{\"id\":\"x\"},\"identity\":{}}",
        "{\"version\":1,\"lead\":{\"id\":{\"B\":\"x\"}},\"identity\":{}}",
        "{\"version\":1,\"lead\":{\"id\":{\"S\":\"x\",\"N\":\"1\"}},\"identity\":{}}",
        "{\"version\":1,\"lead\":{\"id\":{\"S\":\"x\"}"
      })
  void read_shouldFail_whenAMessageIsNoLead(String message) {
    assertThatThrownBy(() -> messages.read(message)).isInstanceOf(UnreadableLeadException.class);
  }

  private static SpilledLead full() {
    return new SpilledLead(
        new Lead(
            "01a2042a-3c64-7e3f-a7cb-0a0855ee52ea",
            LeadState.QUARANTINED,
            new Person(
                Optional.of("आशा \"Rao\""),
                EmailAddress.parse("asha@example.com"),
                Phone.parse("98765 43210"),
                Map.of(LeadField.COMPANY, "Rao & Söhne"),
                true),
            new Enquiry(
                Optional.of(Service.ADS),
                Optional.of("One\n\ttwo \\ \uFFFF \uD83D\uDE00"),
                Map.of("Area", "Pune\nNashik")),
            new Origin(
                "google-ads",
                Optional.of("77"),
                Optional.of("lead-1"),
                Optional.of("https://offers.example.com/a?b=c"),
                Optional.of(RECEIVED.minusSeconds(60))),
            new Attribution(Map.of("utm_source", "meta"), Map.of("gclid", "g-1")),
            Consent.to(
                Purpose.ANSWER_ENQUIRY,
                new ShownWords("2026-11", Optional.of("en"), Optional.of("sha256:56cc")),
                ConsentMethod.TICKED),
            Optional.of(new SpamVerdict(true, 7, List.of("links", "burst"))),
            RECEIVED),
        SubmissionIdentity.ofProvider("google-ads", "lead-1"));
  }
}
