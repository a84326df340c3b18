package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.text.Unicode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  @Test
  void weigh_shouldCountALinkInTheName() {
    SubmittedText text = new SubmittedText("Win now http://a.example", "", "", "", List.of());

    assertThat(FILTER.weigh(text, Circumstances.ORDINARY).codes()).containsExactly("links:80");
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
