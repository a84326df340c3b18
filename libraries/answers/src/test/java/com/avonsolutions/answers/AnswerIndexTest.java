package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerIndexTest {
  private static final AnswerIndex INDEX =
      new AnswerIndex(
          List.of(
              entry("price", "What does a website cost?", "वेबसाइट का खर्च कितना है?", "rate card"),
              entry("café", "Do you serve cafés?", "", "restaurant marketing"),
              entry("maps", "How do people find me on Google Maps?", "", "local search"),
              entry("guarantee", "Do you guarantee results?", "", "result ki guarantee")));

  @ParameterizedTest
  @CsvSource({
    "What does a website cost?, price",
    "WEBSITE COSTS, price",
    "webste ka kharcha kitna hai, price",
    "कितना खर्चा आएगा वेबसाइट का, price",
    "वेबसाईट का ख़र्च, price",
    "cafe, café",
    "gurantee dete ho, guarantee",
    "gogle maps pe, maps",
  })
  void ask_shouldFindTheEntry_inAnyScriptAndSpelling(String question, String slug) {
    assertThat(INDEX.ask(question).answers())
        .first()
        .satisfies(candidate -> assertThat(candidate.entry().slug()).isEqualTo(slug));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"my dog has a loud bark", "क", "?", "", "the of and", "😀", "AND OR NOT *:*"})
  void ask_shouldGiveNoAnswer_whenTheQuestionIsOutOfScope(String question) {
    assertThat(INDEX.ask(question).answered()).isFalse();
  }

  @Test
  void ask_shouldBeCertain_whenTheWordingIsExact() {
    assertThat(INDEX.ask("do you GUARANTEE results").answers())
        .first()
        .extracting(Candidate::score)
        .isEqualTo(1.0);
  }

  @Test
  void ask_shouldBeLessConfident_whenMisspelt() {
    double right = INDEX.ask("tell me about google maps").answers().get(0).score();
    double misspelt = INDEX.ask("tell me about gogle maps").answers().get(0).score();

    assertThat(misspelt).isLessThan(right);
  }

  @Test
  void ask_shouldOfferTheNearest_whenNothingAnswers() {
    Answers answers = INDEX.ask("which people find a bicycle");

    assertThat(answers.answered()).isFalse();
    assertThat(answers.nearest())
        .extracting(candidate -> candidate.entry().slug())
        .contains("maps");
  }

  @Test
  void ask_shouldKeepToItsLimits_whenManyEntriesAnswer() {
    AnswerIndex index =
        new AnswerIndex(
            IntStream.range(0, 40)
                .mapToObj(i -> entry("e" + i, "Do you draw logos?", "", "a" + i))
                .toList());

    assertThat(index.ask("do you draw logos").answers()).hasSize(5);
    assertThat(index.ask("do you draw logos").nearest()).isEmpty();
    assertThat(index.candidates("logos")).hasSize(14);
  }

  @Test
  void ask_shouldGiveNoAnswer_whenThereAreNoEntries() {
    assertThat(new AnswerIndex(List.of()).ask("What does a website cost?"))
        .isEqualTo(new Answers(List.of(), List.of(), Optional.empty(), false));
  }

  @Test
  void ask_shouldAnswer_whenTheQuestionHasTheMaximumLength() {
    assertThat(INDEX.ask("What does a website cost? ".repeat(11)).answered()).isTrue();
  }

  @Test
  void ask_shouldReadTheBeginning_whenTheQuestionIsTooLong() {
    Answers answers = INDEX.ask("What does a website cost? ".repeat(400));

    assertThat(answers.truncated()).isTrue();
    assertThat(answers.answered()).isTrue();
  }

  @Test
  void ask_shouldHighlightTheMatchingWords() {
    Candidate price = INDEX.ask("webste ka kharcha kitna hai").answers().get(0);

    assertThat(price.highlights())
        .extracting(
            highlight -> price.entry().question().substring(highlight.start(), highlight.end()))
        .containsExactly("website", "cost");
  }

  @Test
  void ask_shouldGiveReasonsThatAddUpToTheScore() {
    Candidate price = INDEX.ask("website cost").answers().get(0);

    assertThat(price.reasons().stream().mapToDouble(Reason::share).sum())
        .isCloseTo(price.score(), within(1e-9));
  }

  @Test
  void similarity_shouldBeLarger_whenTextsMeanTheSame() {
    TextEmbedding cost = TextEmbedding.of("what is the cost of a website");

    assertThat(cost.similarity(TextEmbedding.of("website price")))
        .isGreaterThan(cost.similarity(TextEmbedding.of("delete my number")));
    assertThat(cost.similarity(cost)).isCloseTo(1, within(1e-4));
    assertThat(cost.similarity(TextEmbedding.of("?"))).isZero();
  }

  @Test
  void related_shouldReturnOtherEntriesOnly() {
    FaqEntry price = INDEX.ask("website cost").answers().get(0).entry();

    assertThat(INDEX.related(price)).hasSize(3).doesNotContain(price).doesNotHaveDuplicates();
  }

  private static FaqEntry entry(String slug, String question, String hindi, String alias) {
    return new FaqEntry(
        slug,
        question,
        Optional.of(hindi).filter(text -> !text.isEmpty()),
        "All",
        1,
        false,
        List.of(alias),
        "<p>That depends.</p>");
  }
}
