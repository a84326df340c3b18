package com.avonsolutions.answers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorsTest {
  private static final double ROUNDING = 1e-4;

  private final Random random = new Random(1);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 160, 161})
  void cosine_shouldBeThatOfTheUnroundedVectors(int dimensions) {
    for (int i = 0; i < 100; i++) {
      float[] one = randomVector(dimensions);
      float[] other = randomVector(dimensions);

      double cosine =
          product(one, other) / Math.sqrt(product(one, one)) / Math.sqrt(product(other, other));
      assertThat((double) Vectors.cosine(unit(one), unit(other)))
          .isCloseTo(cosine, within(ROUNDING));
      assertThat(Vectors.squaredLength(one)).isCloseTo(product(one, one), within(ROUNDING));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 160, 4_096})
  void cosine_shouldNotOverflow_whenVectorsAreEqualOrOpposite(int dimensions) {
    float[] one = randomVector(dimensions);
    float[] opposite = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      opposite[i] = -2 * one[i];
    }

    assertThat((double) Vectors.cosine(unit(one), unit(one))).isCloseTo(1, within(ROUNDING));
    assertThat((double) Vectors.cosine(unit(one), unit(opposite))).isCloseTo(-1, within(ROUNDING));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 160})
  void unit_shouldBeNull_whenTheVectorIsZero(int dimensions) {
    assertThat(Vectors.unit(new float[dimensions])).isNull();
  }

  private static int[] unit(float[] vector) {
    return Objects.requireNonNull(Vectors.unit(vector));
  }

  private static double product(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  private float[] randomVector(int dimensions) {
    float[] vector = new float[dimensions];
    for (int i = 0; i < dimensions; i++) {
      vector[i] = (float) random.nextGaussian();
    }
    return vector;
  }
}
