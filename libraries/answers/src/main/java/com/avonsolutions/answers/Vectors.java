package com.avonsolutions.answers;

/**
 * Vector arithmetic. Sums run in four independent chains, because each float addition waits for the
 * one before it.
 */
final class Vectors {

  private Vectors() {}

  /**
   * Scales a vector to unit length, in place.
   *
   * @return false for a zero vector, which stays unchanged
   */
  static boolean normalize(float[] vector) {
    double length = Math.sqrt(dot(vector, 0, vector, 0, vector.length));
    if (length < 1e-6) {
      return false;
    }
    float factor = (float) (1 / length);
    for (int i = 0; i < vector.length; i++) {
      vector[i] *= factor;
    }
    return true;
  }

  /** Cosine similarity of two unit vectors. */
  static float cosine(float[] one, float[] other) {
    return dot(one, 0, other, 0, one.length);
  }

  /** Rounds up to a multiple of four, as {@link #cosines} needs it. */
  static int roundUpToFour(int count) {
    return (count + 3) / 4 * 4;
  }

  /**
   * Cosine similarities of one vector with others, four at a time: each of its numbers is read once
   * for four independent sums. All vectors are unit vectors or zero vectors.
   *
   * @param others their count is a multiple of four
   * @param cosines receives the results
   */
  static void cosines(float[] one, float[][] others, float[] cosines) {
    for (int i = 0; i < others.length; i += 4) {
      float[] first = others[i];
      float[] second = others[i + 1];
      float[] third = others[i + 2];
      float[] fourth = others[i + 3];
      float a = 0;
      float b = 0;
      float c = 0;
      float d = 0;
      for (int j = 0; j < one.length; j++) {
        float number = one[j];
        a += number * first[j];
        b += number * second[j];
        c += number * third[j];
        d += number * fourth[j];
      }
      cosines[i] = a;
      cosines[i + 1] = b;
      cosines[i + 2] = c;
      cosines[i + 3] = d;
    }
  }

  /** Dot product of two slices of the same length. */
  static float dot(float[] one, int from, float[] other, int otherFrom, int count) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < count; i += 4) {
      a += one[from + i] * other[otherFrom + i];
      b += one[from + i + 1] * other[otherFrom + i + 1];
      c += one[from + i + 2] * other[otherFrom + i + 2];
      d += one[from + i + 3] * other[otherFrom + i + 3];
    }
    for (; i < count; i++) {
      a += one[from + i] * other[otherFrom + i];
    }
    return a + b + (c + d);
  }
}
