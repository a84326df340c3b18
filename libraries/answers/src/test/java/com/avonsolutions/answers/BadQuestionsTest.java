package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.domain.faq.FaqEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hostile and meaningless questions: each gets a result, never an error. */
class BadQuestionsTest {
  private static final AnswerIndex INDEX = new AnswerIndex(entries());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "?",
        "\u0000",
        "the of and to",
        "12345",
        "😀👍🏽🙏",
        "எவ்வளவு செலவாகும்",
        "كم سعر الموقع",
        "वे",
        "्",
        "ंःँ",
        "\ud83d",
        "'''''",
        "<script>alert(1)</script>",
        "qwrtpsdfg zxcvbnm",
        "{{{{ ~~~ $$$",
      })
  void ask_shouldRefuse_whenThereIsNothingToUnderstand(String question) {
    Answers answers = INDEX.ask(question);

    assertThat(answers.answered()).isFalse();
    assertThat(answers.truncated()).isFalse();
  }

  /** The worst input for each stage: words, misspellings, phrases, combining marks. */
  static List<String> adversarial() {
    return List.of(
        "a".repeat(10_000),
        "websit ".repeat(2_000),
        "'s".repeat(5_000),
        "्".repeat(10_000),
        "क्".repeat(5_000),
        "\u0300".repeat(10_000),
        "😀".repeat(5_000),
        "kam se ".repeat(1_500),
        IntStream.range(0, 500).mapToObj(i -> "word" + i).collect(Collectors.joining(" ")),
        IntStream.range(0, 500).mapToObj(i -> "webst" + i).collect(Collectors.joining(" ")),
        IntStream.range(0, 500)
            .mapToObj(i -> "" + (char) ('a' + i % 26) + (char) ('a' + i / 26))
            .collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @MethodSource("adversarial")
  void ask_shouldReadTheBeginningOnly_whenTheQuestionIsHuge(String question) {
    Answers answers = INDEX.ask(question);

    assertThat(answers.truncated()).isTrue();
    assertThat(answers.answers()).isEqualTo(INDEX.ask(question.substring(0, 300)).answers());
    assertThat(Tokenizer.tokens(question)).hasSizeLessThanOrEqualTo(Tokenizer.MAX_TOKENS + 1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hi sir pls tell how much does a website cost",
        "Good morning dear team 🙏 how much does a website cost ???",
        "how much does a website cost utm_source=google&utm_medium=cpc",
        "how much does a website cost 9876543210",
      })
  void ask_shouldAnswer_whenTheQuestionIsWrappedInNoise(String question) {
    assertThat(INDEX.ask(question).answers())
        .first()
        .satisfies(answer -> assertThat(answer.entry().slug()).isEqualTo("how-prices-are-set"));
  }

  @Test
  void ask_shouldAnswerByWordsAlone_whenTheVectorsAreDamaged() {
    AnswerIndex index = new AnswerIndex(entries(), WordVectors.read(new byte[100]));

    assertThat(index.problem()).isPresent();
    assertThat(index.ask("how long does seo take").answers())
        .first()
        .satisfies(answer -> assertThat(answer.entry().slug()).isEqualTo("seo-how-long"));
    assertThat(index.ask("which paint suits a garden wall").answered()).isFalse();
  }

  private static List<FaqEntry> entries() {
    try {
      return EvaluationSet.starterEntries();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
