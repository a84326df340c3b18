package com.avonsolutions.local.catcher;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A request that was caught.
 *
 * @param webhookId of Standard Webhooks; empty if there is none
 * @param attempt counts the requests with the same id, from 1
 * @param sinceLast the time since the last attempt with the same id
 * @param signature whether it is signed with the sample secret
 * @param answered with this status
 */
public record Catch(
    Instant at,
    String method,
    Map<String, String> headers,
    String body,
    String webhookId,
    int attempt,
    Optional<Duration> sinceLast,
    Signature signature,
    int answered) {

  /** Whether a signature fits. */
  public enum Signature {
    RIGHT,
    WRONG,
    ABSENT
  }
}
