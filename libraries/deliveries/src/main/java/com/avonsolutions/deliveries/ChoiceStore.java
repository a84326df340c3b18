package com.avonsolutions.deliveries;

/**
 * Keeps what people and mail servers said about being written to, under hashes of addresses. Every
 * method throws {@link com.avonsolutions.domain.StoreUnavailableException} when the store does not
 * answer in time.
 */
public interface ChoiceStore {

  /** Whether mail to an address has bounced or was called spam, so that none is sent any more. */
  boolean isSuppressed(String address);

  /**
   * Sends no more mail to an address.
   *
   * @param reason a code, e.g. {@code bounce}
   */
  void suppress(String address, String reason);

  /**
   * Sends mail to an address again.
   *
   * @return whether it was suppressed
   */
  boolean allow(String address);
}
