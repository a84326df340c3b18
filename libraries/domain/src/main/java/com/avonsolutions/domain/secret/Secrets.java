package com.avonsolutions.domain.secret;

import java.util.List;

/**
 * Keys and tokens by name. To rotate a secret without refusing any message, its value holds the new
 * and the old one, separated by white space, until the other side uses the new one.
 */
public interface Secrets {

  /**
   * The values that are valid now, one or two.
   *
   * @param name e.g. {@code /avon/google-ads/key}
   * @throws SecretUnavailableException when it does not exist or cannot be read
   */
  List<String> valid(String name);

  /**
   * Whether a text is one of the valid values.
   *
   * @throws SecretUnavailableException as {@link #valid}
   */
  default boolean matches(String name, String given) {
    // Compares with all of them: the time must not show which one it was.
    return valid(name).stream().filter(value -> HmacSha256.same(value, given)).count() > 0;
  }

  /**
   * Whether a signature was made with the secret.
   *
   * @param signature lower-case hexadecimal digits of an HMAC-SHA256
   * @param signed the parts that were signed, joined
   * @throws SecretUnavailableException as {@link #valid}
   */
  default boolean signed(String name, String signature, byte[]... signed) {
    return valid(name).stream()
            .filter(value -> HmacSha256.same(HmacSha256.hex(value, signed), signature))
            .count()
        > 0;
  }

  /** The first valid value, for requests of our own. */
  default String current(String name) {
    return valid(name).get(0);
  }
}
