package com.avonsolutions.domain.secret;

/** Where secrets are kept. */
public interface SecretSource {

  /**
   * Reads a secret as it is kept.
   *
   * @throws SecretUnavailableException when there is none, it may not be read, or no answer comes
   */
  String read(String name);
}
