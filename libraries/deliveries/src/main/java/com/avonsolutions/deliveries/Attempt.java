package com.avonsolutions.deliveries;

import java.time.Instant;

/**
 * One attempt of a delivery.
 *
 * @param millis how long it took
 * @param outcome a code without personal data, e.g. {@code HTTP_503}, {@code TIMEOUT}
 */
public record Attempt(Instant at, long millis, String outcome) {}
