package com.avonsolutions.answers;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A vector for every piece of an English word. The pieces are those of BERT's vocabulary: a word is
 * cut from the left into the longest pieces there are, and those after the first begin with "##".
 * The sum of the pieces' vectors stands for a word, the sum of the words' for a text; the more
 * alike two texts are in meaning, the smaller is the angle between their sums.
 *
 * <p>The file, big-endian: "AVONWV01", the number of dimensions and of pieces (4 bytes each), the
 * largest scale (float), the length of the pieces' text and that text (ASCII, sorted, a line feed
 * after each), a scale for each piece (2 bytes, in parts of the largest), its numbers in half bytes
 * (0 to 15, of which 8 is nought), and the CRC-32 of all that.
 */
final class WordVectors {
  private static final String RESOURCE = "word-vectors.bin";
  private static final String MAGIC = "AVONWV01";
  private static final int MOST_PIECES_OF_WORD = 8;
  private static final int NOUGHT = 8;

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

  /** The vectors that ship with the function. */
  static WordVectors shipped() {
    return Shipped.VECTORS;
  }

  private static final class Shipped {
    static final WordVectors VECTORS = load();

    private static WordVectors load() {
      try (InputStream file = WordVectors.class.getResourceAsStream(RESOURCE)) {
        return file == null ? missing(RESOURCE + " is missing") : read(file.readAllBytes());
      } catch (IOException e) {
        return missing(RESOURCE + " cannot be read: " + e.getMessage());
      }
    }
  }

  /** No vector at all. */
  static WordVectors missing(String problem) {
    return new WordVectors(problem);
  }

  /** Reads a file; of one that is damaged or of another version there are no vectors. */
  static WordVectors read(byte[] file) {
    CRC32 checksum = new CRC32();
    checksum.update(file, 0, Math.max(0, file.length - 4));
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      if (!new String(in.readNBytes(MAGIC.length()), StandardCharsets.ISO_8859_1).equals(MAGIC)) {
        return missing("the word vectors are of another version than " + MAGIC);
      }
      int dimensions = in.readInt();
      int pieces = in.readInt();
      float largest = in.readFloat();
      int length = in.readInt();
      // In long numbers, so that a damaged header cannot ask for more than there is.
      long rest = length + pieces * 2L + pieces * (dimensions / 2L) + 4;
      if (dimensions <= 0
          || dimensions % 2 != 0
          || pieces <= 0
          || length <= 0
          || rest != in.available()) {
        return missing("the word vectors are cut off or damaged");
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
      return missing("the word vectors are cut off");
    }
  }

  /** Where each piece begins, and last where the text has ended. */
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

  /** Why there are no vectors, if so. */
  Optional<String> problem() {
    return problem;
  }

  int dimensions() {
    return dimensions;
  }

  /** Whether a word is one piece, as all common English words are. */
  boolean isWhole(String word) {
    return find(word, 0, word.length(), false) >= 0;
  }

  /**
   * Adds a word's vector to a sum.
   *
   * @return whether it has one
   */
  boolean add(String word, float weight, float[] sum) {
    if (dimensions == 0) {
      return false;
    }
    int[] pieces = new int[MOST_PIECES_OF_WORD];
    int count = 0;
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      int piece = -1;
      while (end > start && (piece = find(word, start, end, start > 0)) < 0) {
        end--;
      }
      if (piece < 0 || count == MOST_PIECES_OF_WORD) {
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
      sum[i] += scale * ((two >> 4 & 15) - NOUGHT);
      sum[i + 1] += scale * ((two & 15) - NOUGHT);
    }
  }

  /** The number of the piece that is this part of the word, or less than 0. */
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
    int marks = inside ? 2 : 0;
    int length = to - from + marks;
    for (int i = 0; i < length; i++) {
      if (at + i >= end) {
        return -1;
      }
      int expected = i < marks ? '#' : word.charAt(from + i - marks);
      int order = text[at + i] - expected;
      if (order != 0) {
        return order;
      }
    }
    return end - at - length;
  }
}
