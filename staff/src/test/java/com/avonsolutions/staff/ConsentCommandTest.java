package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.Notice;
import com.avonsolutions.build.WordsHash;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.staff.StaffTerminal.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ConsentCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String TEXT = "By sending this you agree to a call, see [notice](/privacy).";

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);
  private final Stores stores = Stores.open(DATABASE.environmentOf("ContactFunction"), clock);

  @AfterEach
  void close() {
    stores.close();
  }

  @Test
  void proof_shouldShowTheRecordAndTheExactWords_ofOurOwnForm() throws IOException {
    Notice notice = Notice.readAll(Notice.folder(Project.root())).get(0);
    store(
        "1",
        Consent.to(
            Purpose.ANSWER_ENQUIRY,
            new ShownWords(
                notice.version(), Optional.of(notice.language()), Optional.of(notice.hash())),
            ConsentMethod.TICKED));

    List<String> lines = proof("1");

    assertThat(lines)
        .startsWith(
            "lead#1  2026-11-22 15:45",
            "    event    2026-11-22T10:15:30Z#GIVEN",
            "    method   ticked",
            "    given    answer-enquiry",
            "    refused  nothing",
            "    version  " + notice.version(),
            "    language en",
            "    source   site",
            "    page     /contact",
            "    hash     " + notice.hash(),
            "    computed " + notice.hash())
        .containsSubsequence(notice.text().lines().map(line -> ("        " + line)).toList())
        .endsWith("    proof    the words above have the hash of the record");
    assertThat(String.join("\n", lines)).doesNotContain("asha", "Asha");
  }

  @Test
  void proof_shouldShowTheWordsOfAnotherSitesForm_inTheVersionThatWasShown(@TempDir Path folder)
      throws IOException {
    load(folder, TEXT);
    store("1", ofForm(TEXT));
    load(folder, "Other words, loaded later.");

    assertThat(proof("1"))
        .contains("    hash     " + WordsHash.of(TEXT), "        " + TEXT)
        .endsWith("    proof    the words above have the hash of the record");
  }

  @Test
  void proof_shouldStillProve_whenTheLeadIsErased(@TempDir Path folder) throws IOException {
    load(folder, TEXT);
    store("1", ofForm(TEXT));
    stores.leads().erase("1");

    assertThat(proof("1")).contains("    method   stated");
  }

  @Test
  void proof_shouldSaySo_whenTheWordsAreNotKnown() {
    store("1", Consent.unseen(ShownWords.named("google-ads/4"), ConsentMethod.PLATFORM));

    assertThat(proof("1"))
        .contains(
            "    method   platform",
            "    given    nothing",
            "    version  google-ads/4",
            "    language not known")
        .endsWith("    hash     none, the exact words are not known");
  }

  @Test
  void proof_shouldFail_whenTheWordsAreNotThoseOfTheRecord(@TempDir Path folder)
      throws IOException {
    load(folder, TEXT);
    store("1", ofForm(TEXT));
    String subject = "words#" + WordsHash.digits(TEXT);
    DATABASE
        .client()
        .updateItem(
            update ->
                update
                    .tableName("ConsentsTable")
                    .key(
                        Map.of(
                            "subject",
                            AttributeValue.fromS(subject),
                            "event",
                            AttributeValue.fromS("words")))
                    .updateExpression("SET #text = :text")
                    .expressionAttributeNames(Map.of("#text", "text"))
                    .expressionAttributeValues(Map.of(":text", AttributeValue.fromS("Forged."))));

    Result result = terminal.on(DATABASE.endpoint(), "consent", "proof", "1");

    result.shouldBe(1, "These words are not those of the record: the hashes differ.");
    assertThat(result.out()).contains("        Forged.");
  }

  @Test
  void proof_shouldFail_whenTheWordsAreNowhere() {
    store("1", ofForm("Words that nobody loaded."));

    terminal
        .on(DATABASE.endpoint(), "consent", "proof", "1")
        .shouldBe(
            1,
            "The words with this hash are neither in the table nor a notice of this repository:"
                + " check out the version that was deployed then.");
  }

  @Test
  void proof_shouldFail_whenThereIsNoRecord() {
    terminal
        .on(DATABASE.endpoint(), "consent", "proof", "unknown")
        .shouldBe(1, "There is no record of consent for unknown.");
    terminal
        .on(DATABASE.endpoint(), "consent", "proof")
        .shouldBe(2, "Missing required parameter: 'ID'. Try consent proof --help.");
  }

  @Test
  void writers_shouldAskForTheTableOfConsents_whenTheOtherOneIsDeployed() {
    StaffTerminal deployed =
        new StaffTerminal(
            clock, Map.of("AWS_REGION", "ap-south-1", "AWS_ACCESS_KEY_ID", "x"), time -> {});

    for (String command :
        List.of("leads release 1", "leads backfill meta 1", "forms load " + Project.root())) {
      deployed
          .run((command + " --table T").split(" ", -1))
          .shouldBe(1, "Name the table of the records of consent with --consents, too.");
    }
  }

  private List<String> proof(String id) {
    return terminal.lines(DATABASE.endpoint(), "consent", "proof", id);
  }

  /** The consent of a lead of the form, as its file says it. */
  private static Consent ofForm(String text) {
    return Consent.to(
        Purpose.ANSWER_ENQUIRY,
        new ShownWords("a-1", Optional.of("en"), Optional.of(WordsHash.of(text))),
        ConsentMethod.STATED);
  }

  private void load(Path folder, String text) throws IOException {
    Files.writeString(
        folder.resolve("a.md"),
        """
        ---
        title: A
        consent: stated
        consentVersion: a-1
        consentLanguage: en
        consentText: %s
        ---
        """
            .formatted(text));
    terminal.lines(DATABASE.endpoint(), "forms", "load", folder.toString());
  }

  private void store(String id, Consent consent) {
    stores
        .leads()
        .store(
            new Lead(
                id,
                LeadState.RECEIVED,
                new Person(
                    Optional.of("Asha"),
                    EmailAddress.parse("asha@example.com"),
                    Optional.empty(),
                    Map.of(),
                    false),
                Enquiry.NONE,
                Origin.page("site", Optional.empty(), Optional.of("/contact")),
                Attribution.NONE,
                consent,
                Optional.empty(),
                Instant.parse("2026-11-22T10:15:30Z")),
            SubmissionIdentity.of(Optional.of(id), Optional.empty(), Map.of()));
  }
}
