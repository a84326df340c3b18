package com.avonsolutions.staff;

import com.avonsolutions.domain.consent.Consent;
import java.time.Instant;
import java.util.Optional;

/**
 * The proof of a consent, stored in the same transaction as what it was given with, and kept longer
 * than that.
 *
 * @param subject what the consent was given with, e.g. {@code lead#01a2…}
 * @param event what happened and when, e.g. {@code 2026-11-30T09:29:59.910Z#GIVEN}
 * @param at when the submission reached us
 * @param source as in {@link com.avonsolutions.domain.lead.Origin}
 * @param page without query and fragment
 * @param providerId a platform's id of the lead
 */
record ConsentRecord(
    String subject,
    String event,
    Consent consent,
    Instant at,
    String source,
    Optional<String> form,
    Optional<String> page,
    Optional<String> providerId) {}
