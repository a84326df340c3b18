package com.avonsolutions.domain.consent;

import java.time.Instant;
import java.util.Optional;

/**
 * The proof of a consent, stored in the same transaction as what it was given with, and kept longer
 * than that.
 *
 * @param event what happened and when, e.g. {@code 2026-11-30T09:29:59.910Z#GIVEN}
 * @param at when the submission reached us
 * @param source as in {@link com.avonsolutions.domain.lead.Origin}
 * @param page without query and fragment
 * @param providerId a platform's id of the lead
 */
public record ConsentRecord(
    ConsentSubject subject,
    String event,
    Consent consent,
    Instant at,
    String source,
    Optional<String> form,
    Optional<String> page,
    Optional<String> providerId) {}
