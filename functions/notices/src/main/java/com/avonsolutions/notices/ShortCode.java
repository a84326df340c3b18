package com.avonsolutions.notices;

import com.avonsolutions.text.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * A short name for an id, e.g. {@code A2P-7XK}, in Crockford's alphabet, which has no letters that
 * look or sound like others.
 *
 * @see <a href="https://www.crockford.com/base32.html">Base 32</a>
 */
final class ShortCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 6;

  private ShortCode() {}

  static String of(String id) {
    // Of the hash, because ids of the same hour begin alike.
    byte[] hash = Sha256.hash(id.getBytes(StandardCharsets.UTF_8));
    StringBuilder code = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      code.append(ALPHABET.charAt(hash[at] & 31));
    }
    return code.insert(LENGTH / 2, '-').toString();
  }
}
