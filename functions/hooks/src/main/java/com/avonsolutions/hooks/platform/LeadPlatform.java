package com.avonsolutions.hooks.platform;

/** An ad platform that names its leads, and has to be asked for what they say. */
public interface LeadPlatform {

  /** As in {@link com.avonsolutions.domain.lead.Origin#source}. */
  String source();

  /**
   * What the platform knows of a lead.
   *
   * @throws PlatformException when it does not say so in time
   * @throws com.avonsolutions.domain.secret.SecretUnavailableException when the token to ask with
   *     is missing
   */
  PlatformLead fetch(String providerId);
}
