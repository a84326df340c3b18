package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsTest {
  private static final WordVectors VECTORS = WordVectors.shipped();

  private byte[] file = new byte[0];

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = WordVectors.class.getResourceAsStream("word-vectors.bin")) {
      assertThat(in).isNotNull();
      file = in.readAllBytes();
    }
  }

  @Test
  void shipped_shouldBeCompleteAndSmall() {
    assertThat(VECTORS.problem()).isEmpty();
    assertThat(VECTORS.dimensions()).isEqualTo(160);
    assertThat(file.length).isLessThan(2_500_000);
  }

  @ParameterizedTest
  @CsvSource({"price, cost, guitar", "website, internet, kitchen", "doctor, hospital, bicycle"})
  void add_shouldMakeRelatedWordsMoreSimilar(String word, String related, String other) {
    assertThat(cosine(word, related)).isGreaterThan(cosine(word, other) + 0.2f);
  }

  @Test
  void add_shouldSplitUnknownWordsIntoPieces() {
    assertThat(VECTORS.isSinglePiece("justdial")).isFalse();
    assertThat(VECTORS.add("justdial", 1, new float[VECTORS.dimensions()])).isTrue();
    assertThat(VECTORS.add("வெப்", 1, new float[VECTORS.dimensions()])).isFalse();
    assertThat(VECTORS.add("", 1, new float[VECTORS.dimensions()])).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 8, 20, 2000, 1_000_000})
  void read_shouldReportAProblem_whenTheFileIsTruncated(int length) {
    assertThat(WordVectors.read(Arrays.copyOf(file, length)).problem()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 7, 9, 13, 17, 21, 30, 500_000, 2_000_000})
  void read_shouldReportAProblem_whenAByteIsWrong(int at) {
    file[at] ^= 0x55;

    assertThat(WordVectors.read(file).problem()).isPresent();
  }

  private static float cosine(String one, String other) {
    return Vectors.cosine(unit(one), unit(other));
  }

  private static int[] unit(String word) {
    float[] sum = new float[VECTORS.dimensions()];
    assertThat(VECTORS.add(word, 1, sum)).isTrue();
    return Objects.requireNonNull(Vectors.unit(sum));
  }
}
