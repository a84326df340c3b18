package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpellingTest {
  private static final List<Vocabulary.Word> WORDS = words();
  private static final Spelling SPELLING = new Spelling(WORDS);

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
  void nearest_shouldFindTheWordMeant(String written, String meant) {
    assertThat(SPELLING.nearest(written))
        .extracting(found -> WORDS.get(found.word()).text())
        .containsExactly(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"noogle", "wabsibe", "unheard", "go", "2024", "वेबसाइट", ""})
  void nearest_shouldFindNothing_whenNoWordIsNear(String written) {
    assertThat(SPELLING.nearest(written)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"ab, ba, 1", "abc, abc, 0", "abcd, abed, 1", "abcdef, ab, 3"})
  void distance_shouldCountSlipsUpToTheMost(String one, String other, int distance) {
    assertThat(Spelling.distance(one, other, 2)).isEqualTo(distance);
  }

  private static List<Vocabulary.Word> words() {
    Vocabulary vocabulary = new Vocabulary(WordVectors.missing("not needed"));
    new Language(WordVectors.missing("not needed"))
        .read("google website guarantee design company shop video")
        .forEach(vocabulary::learn);
    return vocabulary.words();
  }
}
