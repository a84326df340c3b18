package com.avonsolutions.domain.secret;

import java.util.List;

/**
 * Gives keys and tokens by name. An operator changes one without a moment in which the other side's
 * messages are refused: both values stand in the parameter, parted by white space, until the other
 * side uses the new one.
 */
public interface Secrets {

  /**
   * The values that are valid now, one or two.
   *
   * @param name of a parameter, e.g. {@code /avon/google-ads/key}
   * @throws SecretUnavailableException when there is none, or it cannot be read
   */
  List<String> valid(String name);

  /**
   * Whether somebody knows the secret.
   *
   * @throws SecretUnavailableException as {@link #valid}
   */
  default boolean matches(String name, String given) {
    // Without stopping at the first: the time must not tell which of two it was.
    return valid(name).stream().filter(value -> HmacSha256.same(value, given)).count() > 0;
  }

  /**
   * Whether a signature was made with the secret.
   *
   * @param signature lower-case hexadecimal digits of an HMAC-SHA256
   * @param signed the parts that were signed, one after the other
   * @throws SecretUnavailableException as {@link #valid}
   */
  default boolean signed(String name, String signature, byte[]... signed) {
    return valid(name).stream()
            .filter(value -> HmacSha256.same(HmacSha256.hex(value, signed), signature))
            .count()
        > 0;
  }

  /** The value to use where one has to be chosen: the first. */
  default String current(String name) {
    return valid(name).get(0);
  }
}
