package com.avonsolutions.domain.secret;

/** Where secrets are stored. */
public interface SecretSource {

  /**
   * Reads the value of a secret.
   *
   * @throws SecretUnavailableException when it does not exist, must not be read, or the source does
   *     not answer
   */
  String read(String name);
}
