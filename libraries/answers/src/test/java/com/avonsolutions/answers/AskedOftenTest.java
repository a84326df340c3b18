package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions that visitors of such sites ask, in the words they use, to the starter entries. */
class AskedOftenTest {
  private static final AnswerIndex INDEX = index();

  @ParameterizedTest
  @CsvSource({
    "don't call me, delete-my-data",
    "do not call me again, delete-my-data",
    "please dont phone me any more, delete-my-data",
    "i dont want you to call me any more, delete-my-data",
    "mujhe call mat karo, delete-my-data",
    "मुझे कॉल मत करो, delete-my-data",
    "dont send whatsapp, delete-my-data",
    "message bhejna band karo, delete-my-data",
    "mujhe phone mat kijiye, delete-my-data",
    "stop sending me emails, delete-my-data",
    "kitni leads milegi, guarantee-of-leads",
    "when will you call me, callback-time",
    "Whats App, whatsapp-marketing",
    "whats app marketing, whatsapp-marketing",
    "what's app pe message, whatsapp-marketing",
    "whats app development cost, mobile-app",
    "G.S.T., gst-and-tds",
    "what is your phone number, how-to-reach-us",
    "contact number, how-to-reach-us",
    "aapka number kya hai, how-to-reach-us",
    "will you share my number, who-sees-my-number",
    "kitna samay lagega, website-time",
    "kitne din lagenge, website-time",
    "who are you, what-we-do",
    "aap kaun ho, what-we-do",
    "charges, how-prices-are-set",
    "what are your charges, how-prices-are-set",
    "आपकी फीस कितनी है?, how-prices-are-set",
    "dukan ka logo bana doge?, brand-and-logo",
    "insta or google which better for salon, google-or-meta",
  })
  void ask_shouldAnswer_whenItIsAskedAsPeopleWrite(String question, String slug) {
    assertThat(INDEX.ask(question).answers())
        .first()
        .satisfies(answer -> assertThat(answer.entry().slug()).isEqualTo(slug));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "are you hiring freshers for seo",
        "digital marketing course fees in delhi",
        "website banate koto taka lagbe",
        "website sathi kiti kharch yeto",
        "वेबसाइटसाठी किती खर्च येतो",
        "website seiya evvalavu selavu aagum",
        "website ki entha avuthundi cheppandi kavali",
      })
  void ask_shouldRefuse_whenTheSubjectOrLanguageIsNotOurs(String question) {
    assertThat(INDEX.ask(question).answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"S.E.O.", "s e o", "S-E-O", "एस ई ओ"})
  void ask_shouldReadAnAbbreviation_howeverItsLettersAreApart(String written) {
    assertThat(slugs(written)).isEqualTo(slugs("seo")).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how much do you charge for a website?      | how-prices-are-set
          do you design a logo                       | brand-and-logo
          website kitne din me banegi                | website-time
          मेरी जानकारी हटा दीजिए                          | delete-my-data
          kya aap facebook aur google ads chalate ho | google-or-meta
          """)
  void ask_shouldAnswerAsTheQuestionAlone_whenAMessageTellsAStoryFirst(
      String question, String slug) {
    assertThat(slugs(question)).first().isEqualTo(slug);
    Stream.of(
            "Namaste sir. I have a sweet shop near the old bus stand in Rewa. My father began it and"
                + " all three brothers work there every day. {}",
            "Hello team\nwe are a dental clinic with two chairs in Ujjain\nthe second doctor joined"
                + " us last winter and mornings are full\n{}\nThank you",
            "Good evening ji! Meri silai ki dukan hai Bhopal me. Das saal se chal rahi hai aur do"
                + " karigar bhi hai. {}")
        .map(story -> story.replace("{}", question))
        .forEach(message -> assertThat(slugs(message)).as(message).first().isEqualTo(slug));
  }

  private static List<String> slugs(String question) {
    return INDEX.ask(question).answers().stream().map(answer -> answer.entry().slug()).toList();
  }

  private static AnswerIndex index() {
    try {
      return new AnswerIndex(EvaluationSet.starterEntries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
