package com.avonsolutions.contact.spam;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.contact.spam.LabelledText.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WordingTest {
  private static final Path WEIGHTS =
      Path.of(
          System.getProperty("project.root"),
          "functions/contact/src/main/resources/com/avonsolutions/contact/spam/word-weights.txt");

  private static final Set<Part> TRAINING = EnumSet.of(Part.TUNING, Part.TRADES);

  /** With {@code -Dspam.train=true} it writes the file. */
  @Test
  void weights_shouldBeThoseOfTheTrainingTexts() throws IOException {
    List<LabelledText> texts =
        Stream.concat(LabelledText.enquiries().stream(), LabelledText.spam().stream())
            .filter(one -> TRAINING.contains(one.part()))
            .toList();
    List<String> weights = WordingTrainer.train(texts);
    if (Boolean.getBoolean("spam.train")) {
      Files.write(WEIGHTS, weights);
    }

    assertThat(Files.readAllLines(WEIGHTS))
        .as("Train again: add -Dspam.train=true to the command of this test")
        .isEqualTo(weights);
  }

  @Test
  void features_shouldBeWordsAndPairs_withoutTheValueOfNumbers() {
    assertThat(Wording.features("Loan 50,000 NOW loan 7"))
        .containsExactly("loan", "0", "loan 0", "0 0", "now", "0 now", "now loan");
    assertThat(Wording.features(" ")).isEmpty();
  }
}
