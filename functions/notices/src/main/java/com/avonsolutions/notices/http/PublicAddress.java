package com.avonsolutions.notices.http;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells addresses of public machines from those of our own and of no machine. In Lambda, 127.0.0.1
 * is the runtime's API, and 169.254.169.254 may give away credentials.
 *
 * @see <a
 *     href="https://www.iana.org/assignments/iana-ipv4-special-registry/iana-ipv4-special-registry.xhtml">Special
 *     IPv4 addresses</a>
 * @see <a
 *     href="https://www.iana.org/assignments/iana-ipv6-special-registry/iana-ipv6-special-registry.xhtml">and
 *     IPv6</a>
 */
final class PublicAddress {
  private static final List<Range> SPECIAL_IPV4 =
      List.of(
          Range.of(8, 0),
          Range.of(8, 10),
          Range.of(10, 100, 64),
          Range.of(8, 127),
          Range.of(16, 169, 254),
          Range.of(12, 172, 16),
          Range.of(24, 192, 0, 0),
          Range.of(24, 192, 0, 2),
          Range.of(24, 192, 88, 99),
          Range.of(16, 192, 168),
          Range.of(15, 198, 18),
          Range.of(24, 198, 51, 100),
          Range.of(24, 203, 0, 113),
          Range.of(4, 224),
          Range.of(4, 240));

  /** The only block of IPv6 from which public addresses are given: 2000::/3. */
  private static final Range GLOBAL_IPV6 = Range.of(3, 0x20);

  /** Tunnels, which can lead to any IPv4 address, protocols and documentation. */
  private static final List<Range> SPECIAL_IPV6 =
      List.of(
          Range.of(23, 0x20, 0x01, 0x00),
          Range.of(32, 0x20, 0x01, 0x0d, 0xb8),
          Range.of(16, 0x20, 0x02),
          Range.of(20, 0x3f, 0xff, 0x00));

  private PublicAddress() {}

  /** The addresses whose first bits are these. */
  private record Range(int bits, byte[] first) {
    static Range of(int bits, int... first) {
      byte[] bytes = new byte[first.length];
      for (int at = 0; at < first.length; at++) {
        bytes[at] = (byte) first[at];
      }
      return new Range(bits, bytes);
    }

    boolean contains(byte[] address) {
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        int wanted = bit / 8 < first.length ? first[bit / 8] : 0;
        if ((address[bit / 8] & mask) != (wanted & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  /** Whether a request of others may go there. A name that was not found has no address. */
  static boolean is(@Nullable InetAddress address) {
    if (address instanceof Inet4Address) {
      byte[] bytes = address.getAddress();
      return SPECIAL_IPV4.stream().noneMatch(range -> range.contains(bytes));
    }
    if (address instanceof Inet6Address) {
      byte[] bytes = address.getAddress();
      return GLOBAL_IPV6.contains(bytes)
          && SPECIAL_IPV6.stream().noneMatch(range -> range.contains(bytes));
    }
    return false;
  }
}
