package com.avonsolutions.answers;

import org.jspecify.annotations.Nullable;

/**
 * Vector arithmetic. Finished vectors are in fixed point, integers that are {@link #ONE} times the
 * number, because the compiler multiplies and sums integers several at a time and floats one by
 * one.
 */
final class Vectors {
  /** The sum of the products of two unit vectors is at most its square, which an integer holds. */
  private static final int ONE = 1 << 15;

  private static final double MIN_LENGTH = 1e-6;

  private Vectors() {}

  /** A vector of length 1 in fixed point; null for a zero vector. */
  static int @Nullable [] unit(float[] vector) {
    return ofLength(1, vector);
  }

  /**
   * A vector of another length in fixed point; null for a zero vector.
   *
   * @param length from 0 to 1
   */
  static int @Nullable [] ofLength(double length, float[] vector) {
    double oldLength = Math.sqrt(squaredLength(vector));
    if (oldLength < MIN_LENGTH) {
      return null;
    }
    float factor = (float) (length / oldLength * ONE);
    int[] scaled = new int[vector.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = Math.round(vector[i] * factor);
    }
    return scaled;
  }

  /** Cosine similarity of two vectors of length 1, less for shorter ones. */
  static float cosine(int[] one, int[] other) {
    int sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum / ((float) ONE * ONE);
  }

  /** Adds a vector in fixed point to a sum. */
  static void add(int[] vector, float[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
  }

  /** In four independent chains, because each addition of floats waits for the one before it. */
  static double squaredLength(float[] vector) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = 0;
    for (; i + 3 < vector.length; i += 4) {
      a += vector[i] * vector[i];
      b += vector[i + 1] * vector[i + 1];
      c += vector[i + 2] * vector[i + 2];
      d += vector[i + 3] * vector[i + 3];
    }
    for (; i < vector.length; i++) {
      a += vector[i] * vector[i];
    }
    return a + b + (c + d);
  }
}
