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

  /** The value to use where one has to be chosen: the first. */
  default String current(String name) {
    return valid(name).get(0);
  }
}
