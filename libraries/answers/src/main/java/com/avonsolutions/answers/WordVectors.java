package com.avonsolutions.answers;

import com.avonsolutions.text.Resources;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Vectors of the word pieces of English. The pieces are BERT's vocabulary (WordPiece): a word is
 * split from the left into the longest known pieces, and each piece after the first starts with
 * "##". The vector of a word is the sum of its pieces' vectors, that of a text the sum of its
 * words'. The closer two texts are in meaning, the larger is the cosine of their vectors.
 *
 * <p>The file is big-endian:
 *
 * <ol>
 *   <li>"AVONWV01"
 *   <li>number of dimensions, number of pieces (4 bytes each)
 *   <li>largest scale (float)
 *   <li>length of the pieces' text (4 bytes), and that text: ASCII, sorted, a line feed after each
 *   <li>scale of each piece (2 bytes, 0xFFFF is the largest scale)
 *   <li>numbers of each piece, 4 bits each, from 0 to 15 with the zero point 8
 *   <li>CRC-32 of everything before it
 * </ol>
 */
final class WordVectors {
  private static final String RESOURCE = "word-vectors.bin";
  private static final String MAGIC = "AVONWV01";
  private static final int MAX_PIECES_PER_WORD = 8;
  private static final int ZERO_POINT = 8;

  private final int dimensions;
  private final byte[] text;
  private final int[] starts;
  private final float[] scales;
  private final byte[] numbers;
  private final Optional<String> problem;

  private WordVectors(String problem) {
    this(0, new byte[0], new int[] {0}, new float[0], new byte[0], Optional.of(problem));
  }

  private WordVectors(
      int dimensions,
      byte[] text,
      int[] starts,
      float[] scales,
      byte[] numbers,
      Optional<String> problem) {
    this.dimensions = dimensions;
    this.text = text;
    this.starts = starts;
    this.scales = scales;
    this.numbers = numbers;
    this.problem = problem;
  }

  /** The vectors in this library, loaded on first use. */
  static WordVectors shipped() {
    return Shipped.VECTORS;
  }

  private static final class Shipped {
    static final WordVectors VECTORS = load();

    private static WordVectors load() {
      try {
        return Resources.find(WordVectors.class, RESOURCE)
            .map(WordVectors::read)
            .orElseGet(() -> missing(RESOURCE + " is missing"));
      } catch (UncheckedIOException e) {
        return missing(RESOURCE + " cannot be read: " + e.getMessage());
      }
    }
  }

  /** Vectors without a single word, and the reason why. */
  static WordVectors missing(String problem) {
    return new WordVectors(problem);
  }

  /** Parses a file. One that is damaged or of another version gives {@link #missing} vectors. */
  static WordVectors read(byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file, 0, Math.max(0, file.length - 4));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (!new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
        return missing("the word vectors do not start with " + MAGIC);
      }
      int dimensions = in.readInt();
      int pieces = in.readInt();
      float largest = in.readFloat();
      int length = in.readInt();
      // Long arithmetic, so that the sizes of a damaged header cannot overflow.
      long remaining = length + pieces * 2L + pieces * (dimensions / 2L) + 4;
      if (dimensions <= 0
          || dimensions % 2 != 0
          || pieces <= 0
          || length <= 0
          || remaining != in.available()) {
        return missing("the word vectors are truncated or damaged");
      }
      byte[] text = in.readNBytes(length);
      float[] scales = new float[pieces];
      for (int i = 0; i < pieces; i++) {
        scales[i] = in.readUnsignedShort() * largest / 0xffff;
      }
      byte[] numbers = in.readNBytes(pieces * (dimensions / 2));
      int[] starts = starts(text, pieces);
      if (in.readInt() != (int) checksum.getValue() || starts[pieces] != length) {
        return missing("the word vectors are damaged");
      }
      return new WordVectors(dimensions, text, starts, scales, numbers, Optional.empty());
    } catch (IOException e) {
      return missing("the word vectors are truncated");
    }
  }

  /** The start of each piece in the text, and the end of the text. */
  private static int[] starts(byte[] text, int pieces) {
    int[] starts = new int[pieces + 1];
    int piece = 0;
    for (int i = 0; i < text.length && piece < pieces; i++) {
      if (text[i] == '\n') {
        starts[++piece] = i + 1;
      }
    }
    return starts;
  }

  /** Why there are no vectors; empty when they are loaded. */
  Optional<String> problem() {
    return problem;
  }

  /** 0 without vectors. */
  int dimensions() {
    return dimensions;
  }

  /** Whether a word is a single piece, as all common English words are. */
  boolean isSinglePiece(String word) {
    return find(word, 0, word.length(), false) >= 0;
  }

  /**
   * Adds a word's weighted vector to a sum.
   *
   * @return false for a word without a vector
   */
  boolean add(String word, float weight, float[] sum) {
    if (dimensions == 0) {
      return false;
    }
    int[] pieces = new int[MAX_PIECES_PER_WORD];
    int count = 0;
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      int piece = -1;
      while (end > start && (piece = find(word, start, end, start > 0)) < 0) {
        end--;
      }
      if (piece < 0 || count == MAX_PIECES_PER_WORD) {
        return false;
      }
      pieces[count++] = piece;
      start = end;
    }
    for (int i = 0; i < count; i++) {
      addPiece(pieces[i], weight, sum);
    }
    return count > 0;
  }

  private void addPiece(int piece, float weight, float[] sum) {
    float scale = weight * scales[piece];
    int at = piece * (dimensions / 2);
    for (int i = 0; i < dimensions; i += 2) {
      int two = numbers[at++];
      sum[i] += scale * ((two >> 4 & 15) - ZERO_POINT);
      sum[i + 1] += scale * ((two & 15) - ZERO_POINT);
    }
  }

  /** The index of the piece that equals a slice of the word, or -1. */
  private int find(String word, int from, int to, boolean inside) {
    int low = 0;
    int high = scales.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = compare(middle, word, from, to, inside);
      if (order == 0) {
        return middle;
      } else if (order < 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return -1;
  }

  private int compare(int piece, String word, int from, int to, boolean inside) {
    int at = starts[piece];
    int end = starts[piece + 1] - 1;
    int prefix = inside ? 2 : 0;
    int length = to - from + prefix;
    for (int i = 0; i < length; i++) {
      if (at + i >= end) {
        return -1;
      }
      int expected = i < prefix ? '#' : word.charAt(from + i - prefix);
      int order = text[at + i] - expected;
      if (order != 0) {
        return order;
      }
    }
    return end - at - length;
  }
}
