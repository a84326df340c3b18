package com.avonsolutions.contact.spam;

import com.avonsolutions.text.Resources;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * Domains of throw-away mail addresses. The list stays one sorted array of bytes, because a set of
 * ten thousand strings would slow down every cold start.
 *
 * @see <a href="https://github.com/disposable-email-domains/disposable-email-domains">The list</a>
 */
final class DisposableDomains {
  private final byte[] lines;

  private DisposableDomains(byte[] lines) {
    this.lines = lines;
  }

  static DisposableDomains load() {
    return new DisposableDomains(
        Resources.bytes(DisposableDomains.class, "disposable-domains.txt"));
  }

  /** Whether the address belongs to one of the domains or to a subdomain of one. */
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

  /** Binary search over the lines. */
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
