package com.avonsolutions.contact.spam;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Domains that give mail addresses for ten minutes. The list stays one sorted array of bytes,
 * because ten thousand texts in a set would cost every start of the function.
 *
 * @see <a href="https://github.com/disposable-email-domains/disposable-email-domains">The list</a>
 */
final class DisposableDomains {
  private final byte[] lines;

  private DisposableDomains(byte[] lines) {
    this.lines = lines;
  }

  static DisposableDomains load() {
    return new DisposableDomains(Resource.bytes("disposable-domains.txt"));
  }

  /** Whether the address lies at one of them, or at a name below one. */
  boolean contain(String email) {
    String domain = email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    while (domain.indexOf('.') > 0) {
      if (find(domain.getBytes(StandardCharsets.UTF_8))) {
        return true;
      }
      domain = domain.substring(domain.indexOf('.') + 1);
    }
    return false;
  }

  /** A binary search over the lines. */
  private boolean find(byte[] domain) {
    int low = 0;
    int high = lines.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int start = middle;
      while (start > low && lines[start - 1] != '\n') {
        start--;
      }
      int end = middle;
      while (lines[end] != '\n') {
        end++;
      }
      int order = compare(domain, start, end);
      if (order == 0) {
        return true;
      }
      if (order < 0) {
        high = start;
      } else {
        low = end + 1;
      }
    }
    return false;
  }

  private int compare(byte[] domain, int start, int end) {
    return Arrays.compareUnsigned(domain, 0, domain.length, lines, start, end);
  }
}
