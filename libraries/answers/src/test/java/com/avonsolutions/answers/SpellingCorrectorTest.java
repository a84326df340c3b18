package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingCorrectorTest {
  private static final List<Vocabulary.Word> WORDS = words();
  private static final SpellingCorrector CORRECTOR = new SpellingCorrector(WORDS);

  @ParameterizedTest
  @CsvSource({
    "gogle, google",
    "googgle, google",
    "webzite, website",
    "garrantee, guarantee",
    "desgin, design",
    "compny, company",
    "vedio, video",
  })
  void corrections_shouldFindTheWordMeant(String written, String meant) {
    assertThat(CORRECTOR.corrections(written))
        .extracting(correction -> WORDS.get(correction.word()).text())
        .containsExactly(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"noogle", "wabsibe", "unheard", "go", "2024", "वेबसाइट", ""})
  void corrections_shouldBeEmpty_whenNoWordIsNear(String written) {
    assertThat(CORRECTOR.corrections(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ab, ba, 1", "abc, abc, 0", "abcd, abed, 1", "abcdef, ab, 3"})
  void distance_shouldCountEditsUpToTheLimit(String one, String other, int distance) {
    assertThat(SpellingCorrector.distance(one, other, 2)).isEqualTo(distance);
  }

  private static List<Vocabulary.Word> words() {
    Vocabulary vocabulary = new Vocabulary(WordVectors.missing("not needed"));
    new Language(WordVectors.missing("not needed"))
        .analyze("google website guarantee design company shop video")
        .forEach(vocabulary::add);
    return vocabulary.words();
  }
}
