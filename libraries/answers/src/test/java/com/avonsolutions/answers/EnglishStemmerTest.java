package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnglishStemmerTest {

  /** The expected stems come from snowballstemmer 3.1.1. */
  @Test
  void stem_shouldEqualTheReferenceImplementation() throws IOException {
    Path file =
        Path.of(
            System.getProperty("project.root"), "libraries/answers/src/test/resources/stems.tsv");
    assertThat(Files.readAllLines(file))
        .hasSize(400)
        .allSatisfy(
            line -> {
              String[] pair = line.split("\t", -1);
              assertThat(EnglishStemmer.stem(pair[0])).as(pair[0]).isEqualTo(pair[1]);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "a, a",
    "is, is",
    "yes, yes",
    "sky, sky",
    "dying, die",
    "organization, organiz",
    "evenings, evening",
    "वेबसाइट, वेबसाइट",
    "b2b, b2b",
  })
  void stem_shouldKnowExceptionsAndKeepWordsThatAreNotEnglish(String word, String stem) {
    assertThat(EnglishStemmer.stem(word)).isEqualTo(stem);
  }
}
