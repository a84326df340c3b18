package com.avonsolutions.faq.search;

/** Sums with vectors. */
final class Vectors {

  private Vectors() {}

  /**
   * Makes a vector one long, in place.
   *
   * @return whether it had a direction
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

  /** The cosine of two vectors that are one long. */
  static float cosine(float[] one, float[] other) {
    return dot(one, 0, other, 0, one.length);
  }

  /** The sum of products, four at a time, since additions of floats wait for each other. */
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
