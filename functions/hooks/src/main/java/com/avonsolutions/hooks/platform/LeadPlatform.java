package com.avonsolutions.hooks.platform;

/** An ad platform whose events contain only lead ids, so that the answers have to be fetched. */
public interface LeadPlatform {

  /** As in {@link com.avonsolutions.domain.lead.Origin#source}. */
  String source();

  /**
   * Fetches a lead.
   *
   * @throws PlatformException when the platform fails or times out
   * @throws com.avonsolutions.domain.secret.SecretUnavailableException when the access token is
   *     missing
   */
  PlatformLead fetch(String providerId);
}
