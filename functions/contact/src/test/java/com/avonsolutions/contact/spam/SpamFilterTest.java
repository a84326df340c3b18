package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.text.Unicode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpamFilterTest {
  private static final SpamFilter FILTER = new SpamFilter();
  private static final SubmittedText CALL_ME =
      new SubmittedText("Asha Rao", "asha@example.com", "", "Please call me.", List.of());

  private static final SpamScore NOTHING = new SpamScore(Map.of());

  @Test
  void weigh_shouldGiveNothing_whenAnEnquiryIsOrdinary() {
    assertThat(FILTER.weigh(CALL_ME, Circumstances.ORDINARY)).isEqualTo(NOTHING);
  }

  @Test
  void weigh_shouldCallItSpam_whenTheHoneypotIsFilled() {
    SpamScore score =
        FILTER.weigh(CALL_ME, new Circumstances(true, false, Optional.empty(), 0, 1, 1, 1));

    assertThat(score.isSpam()).isTrue();
    assertThat(score.codes()).containsExactly("trap:100");
  }

  @ParameterizedTest
  @CsvSource({
    "false, 5000, 0, 60",
    "false, 3000, 0, 100",
    "true, 5000, 0, 100",
    "false, 5000, 20, 100"
  })
  void weigh_shouldDoubt_whenTheHoneypotIsFilledWithEverySignOfAPerson(
      boolean forged, int millis, int headerPoints, int trap) {
    Circumstances how =
        new Circumstances(
            true, forged, Optional.of(Duration.ofMillis(millis)), headerPoints, 1, 1, 1);

    assertThat(FILTER.weigh(CALL_ME, how).codes()).contains("trap:" + trap);
  }

  @ParameterizedTest
  @CsvSource({"0, 60", "1999, 60", "2000, 30", "3999, 30", "4000, 0", "86400000, 0"})
  void weigh_shouldCountHaste(long millis, int points) {
    Circumstances how =
        new Circumstances(false, false, Optional.of(Duration.ofMillis(millis)), 0, 1, 1, 1);

    assertThat(FILTER.weigh(CALL_ME, how).total()).isEqualTo(points);
  }

  /** A campaign: its page fills in the text, and hundreds of phones share one address. */
  @Test
  void weigh_shouldNotQuarantine_whenOnlyCountsAreHigh() {
    Circumstances how =
        new Circumstances(false, false, Optional.empty(), 0, 10_000, 10_000, 10_000);

    assertThat(FILTER.weigh(CALL_ME, how).codes()).containsExactly("repeated:60");
  }

  @Test
  void weigh_shouldAddUp_whenASmallReasonMeetsACount() {
    Circumstances how = new Circumstances(false, true, Optional.empty(), 60, 60, 1, 1);

    SpamScore score = FILTER.weigh(CALL_ME, how);

    assertThat(score.isSpam()).isTrue();
    assertThat(score.codes()).containsExactly("headers:60", "address-burst:40", "stamp:30");
  }

  @ParameterizedTest
  @CsvSource({
    "asha@mailinator.com, 50",
    "asha@intake.mailinator.com, 50",
    "ASHA@MAILINATOR.COM, 50",
    "asha@0-mail.com, 50",
    "asha@amailinatorx.com, 0",
    "asha@com, 0",
    "asha@gmail.com, 0",
    "asha@rediffmail.com, 0",
    "asha@sify.com, 0",
    "asha@yahoo.co.in, 0",
    "'', 0"
  })
  void weigh_shouldCountThrowAwayMail(String email, int points) {
    SubmittedText text = new SubmittedText("Asha", email, "", "", List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).total()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see www.shop.example | 40",
        "We sell tiles and sanitary ware in three towns since 1998, and our page is www.shop.example but nobody looks at it. What is wrong there? | 10",
        "see shop.in and https://instagram.com/shop | 40",
        "https://maps.app.goo.gl/abc https://wa.me/919876543210 | 0",
        "https://a.example https://b.example | 70",
        "https://a.example https://b.example https://c.example | 100",
        "a.com b.com c.com d.com e.com | 100",
        "https://a.example/x https://www.a.example/y a.example/z | 40",
        "https://bit.ly/abc https://bit.ly/def | 50",
        "<a href=https://a.example>here</a> | 100",
        "[url=https://a.example]here[/url] | 100",
        "https://bit.ly/abc | 50",
        "write to asha@example.com | 0",
        "Rs.2999 at 10.30 a.m. vs. 9.30 | 0"
      })
  void weigh_shouldCountLinks(String message, int points) {
    SubmittedText text = new SubmittedText("Asha", "", "", message, List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).total()).isEqualTo(points);
  }

  @ParameterizedTest
  @CsvSource({
    "Win now http://a.example, 100",
    "Win now a.com/claim, 100",
    "Win at prize.com, 80",
    "https://a.example, 50",
    "RugsOfIndia.com, 0",
    "Kapil.Dev, 0",
    "Mohd.Asif Khan, 0"
  })
  void weigh_shouldCountALinkInTheName(String name, int points) {
    SubmittedText text = new SubmittedText(name, "", "", "", List.of());

    assertThat(
            FILTER.weigh(text, Circumstances.ORDINARY).points().getOrDefault(SpamReason.LINKS, 0))
        .isEqualTo(points);
  }

  @Test
  void weigh_shouldForgiveTheSitesOfAnEnquiry_butNotMarkup() {
    String sites = "Rivals www.a.example and www.b.example come before ours, www.c.example. ";
    String request = "We need SEO. What do you charge?";

    assertThat(points(SpamReason.LINKS, sites)).isEqualTo(100);
    assertThat(points(SpamReason.LINKS, sites + request)).isLessThan(30);
    assertThat(points(SpamReason.LINKS, sites + request + " <a href=x>x</a>")).isEqualTo(100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Our websites a.in, a.com, a.co.in, asha.com and ashaexports.com need a new design",
        "See www.asha.in and the rivals www.a.com, www.b.com, www.c.in, www.d.in. Tell us your"
            + " price of SEO",
        "Rivals: a.com, b.com, c.in, d.in, e.in. Please give rates"
      })
  void weigh_shouldNotCallManySitesSpam_whenTheyAreAskedAbout(String message) {
    SubmittedText text = new SubmittedText("Asha Rao", "", "", message, List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).isSpam()).isFalse();
  }

  /** The same words: once somebody's trade, once what is offered to the reader. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We need leads for gold loans without collateral, on Google Ads. | Loan without collateral, no credit check, apply now with Aadhaar. | MONEY",
        "Our casino with live roulette and slots wants more guests from Instagram. | Online casino, live roulette and slots, welcome bonus. | GAMBLING",
        "Need ten guest posts and backlinks for our portal, what is your fee? | We want guest posts and backlinks on your website. | LINK_TRADE",
        "Hamari dukan gummies aur pills ki hai, website banwani hai. | Gummies and pills, no prescription. | ADULT"
      })
  void weigh_shouldForgiveATrade_whenSomebodyAsksForAService(
      String enquiry, String spam, SpamReason reason) {
    assertThat(points(reason, enquiry)).isLessThan(60).isLessThan(points(reason, spam));
    assertThat(points(reason, spam)).isEqualTo(100);
  }

  @Test
  void weigh_shouldNotForgivePhishing_whenItAsksForAService() {
    String text = "Your mailbox will be blocked within 24 hours, final notice.";

    assertThat(points(SpamReason.PHISHING, "We need a website. How much? " + text))
        .isEqualTo(points(SpamReason.PHISHING, text))
        .isEqualTo(100);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Asha | | 🔥🔥💰💰🎁 | 100",
        "Asha | | 🙏🙏🙏🙏🙏🙏🙏🙏 | 0",
        "Asha | | 👍🙏 | 0",
        "Asha | | 🔥💰🎁 call me | 0",
        "Asha | | 9876543201 9876543202 9876543203, 98765 43204 / 98765 43205 | 100",
        "Asha | | 9876543201 9876543201 9876543201 9876543201 9876543201 | 0",
        "Asha | | Call 9876543201 or 9876543202 | 0",
        "JamesSmith | js@mail.example | js@mail.example | 100",
        "Asha Rao | asha@mail.example | Asha@mail.example | 60",
        "JamesSmith | js@mail.example | Call me at js@mail.example | 0",
        "JamesSmith | '' | '' | 0"
      })
  void weigh_shouldCountAMessageWithoutWords(
      String name, @Nullable String email, String message, int points) {
    String mail = Objects.requireNonNullElse(email, "");
    SubmittedText text = new SubmittedText(name, mail, "", message, List.of());

    assertThat(
            FILTER
                .weigh(text, Circumstances.ORDINARY)
                .points()
                .getOrDefault(SpamReason.NO_WORDS, 0))
        .isEqualTo(points);
  }

  private static int points(SpamReason reason, String message) {
    SubmittedText text = new SubmittedText("Asha", "", "", message, List.of());
    return FILTER.weigh(text, Circumstances.ORDINARY).points().getOrDefault(reason, 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "मुझे वेबसाइट चाहिए",
        "எனக்கு இணையதளம் வேண்டும்",
        "আমার একটি ওয়েবসাইট দরকার",
        "నాకు వెబ్‌సైట్ కావాలి",
        "ನನಗೆ ವೆಬ್‌ಸೈಟ್ ಬೇಕು",
        "എനിക്ക് വെബ്സൈറ്റ് വേണം",
        "મારે વેબસાઇટ જોઈએ",
        "ਮੈਨੂੰ ਵੈੱਬਸਾਈਟ ਚਾਹੀਦੀ",
        "ମୋତେ ୱେବସାଇଟ ଦରକାର",
        "مجھے ویب سائٹ چاہیے",
        "ꯑꯩꯍꯥꯛꯀꯤ",
        "ᱤᱧ",
        "ང་ལ་དྲ་ཚིགས་དགོས།"
      })
  void weigh_shouldGiveNothing_whenWrittenInAScriptOfIndia(String message) {
    SubmittedText text = new SubmittedText("Asha", "", "", message, List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY)).isEqualTo(NOTHING);
  }

  /** No language alone is spam, not even one that our staff cannot read. */
  @ParameterizedTest
  @ValueSource(strings = {"Здравствуйте, мне нужен сайт", "我需要一个网站", "ウェブサイトが必要です"})
  void weigh_shouldSuspectButNotQuarantine_whenWrittenInAnotherScript(String message) {
    SubmittedText text = new SubmittedText("", "", "", message, List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).codes()).containsExactly("script:90");
  }

  @Test
  void weigh_shouldSeeThroughLettersThatOnlyLookLatin() {
    SubmittedText text =
        new SubmittedText("Ann", "", "", "Вuу bаcklіnks, dоfоllow, guest pоst", List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).points())
        .containsKeys(SpamReason.SCRIPT, SpamReason.LINK_TRADE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Kshetrimayum Ngangbam",
        "Venkatasubramaniam Krishnamurthy",
        "Lalthanzuali Hrangkhawl",
        "Thangjam Khwairakpam",
        "Chhabra Jhunjhunwala",
        "Mrs Nthungbeni Tsanglao",
        "McDonaldsIndiaPvtLtd",
        "Dnyaneshwar Bhrgunath Shrvan",
        "GSTIN HDFC ICICI BSNL MSME",
        "Phuntsog Ngodup"
      })
  void weigh_shouldNotTakeNamesForGibberish(String name) {
    SubmittedText text = new SubmittedText(name, "", name, name, List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).isSpam()).isFalse();
  }

  @Test
  void weigh_shouldReadAnswersToOtherQuestionsToo() {
    SubmittedText text =
        new SubmittedText("Ann", "", "", "", List.of("a", "<a href='https://a.example'>x</a>"));

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).codes()).containsExactly("links:100");
  }

  @Test
  void weigh_shouldEnd_whenATextIsMadeToBeSlow() {
    for (String piece : List.of("we can ", "your website ", "a.", "[url ", "аbcdе", "we * ")) {
      SubmittedText text =
          new SubmittedText("", "", "", piece.repeat(200_000), List.of(piece.repeat(200_000)));

      assertThat(FILTER.weigh(text, Circumstances.ORDINARY).total()).isLessThan(1000);
    }
  }

  /** Half of a surrogate pair would be a word of its own, and no store could hold it. */
  @Test
  void text_shouldKeepSurrogatePairsWhole_whenItIsCut() {
    String text = "x" + "\uD83D\uDE00".repeat(10_000);

    SubmittedText cut = new SubmittedText(text, text, text, text, List.of(text));

    assertThat(List.of(cut.name(), cut.email(), cut.lines(), cut.message(), cut.others().get(0)))
        .allMatch(Unicode::isWhole)
        .allMatch(part -> part.length() == 299 || part.length() == 9_999);
  }
}
