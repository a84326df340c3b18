package com.avonsolutions.domain.submission;

/**
 * A rule that one field of a submission breaks.
 *
 * @param field the field's name as it was sent
 * @param message tells the visitor what to do
 */
public record Violation(String field, String message) {}
