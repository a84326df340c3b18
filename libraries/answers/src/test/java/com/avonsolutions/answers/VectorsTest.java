package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {
  private static final Offset<Float> ROUNDING = within(1e-6f);

  private final Random random = new Random(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 160, 161})
  void cosines_shouldEqualTheCosineOfEachPair(int dimensions) {
    float[] one = unit(dimensions);
    float[][] others =
        IntStream.range(0, 8).mapToObj(i -> unit(dimensions)).toArray(float[][]::new);
    float[] cosines = new float[others.length];

    Vectors.cosines(one, others, cosines);

    for (int i = 0; i < others.length; i++) {
      assertThat(cosines[i]).isCloseTo(Vectors.cosine(one, others[i]), ROUNDING);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 9})
  void roundUpToFour_shouldReturnTheNextMultipleOfFour(int count) {
    assertThat(Vectors.roundUpToFour(count)).isBetween(count, count + 3);
    assertThat(Vectors.roundUpToFour(count) % 4).isZero();
  }

  private float[] unit(int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    assertThat(Vectors.normalize(vector)).isTrue();
    return vector;
  }
}
