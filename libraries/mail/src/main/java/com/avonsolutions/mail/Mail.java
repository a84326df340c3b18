package com.avonsolutions.mail;

import java.util.Map;
import java.util.Optional;

/**
 * A mail to one address.
 *
 * @param to a {@link MailAddress#sendable sendable} address
 * @param replyTo where an answer goes, if not to the sender
 * @param subject any text; {@link HeaderText} is applied when it is sent
 * @param headers further headers, in ASCII
 * @param tags that SES repeats in its events, in letters, digits, hyphens and underscores
 */
public record Mail(
    String to,
    Optional<String> replyTo,
    String subject,
    String text,
    String html,
    Map<String, String> headers,
    Map<String, String> tags) {

  public Mail {
    headers = Map.copyOf(headers);
    tags = Map.copyOf(tags);
  }
}
