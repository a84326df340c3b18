package com.avonsolutions.domain.submission;

/**
 * What is wrong with one field of a submission.
 *
 * @param field the field's name as it was sent
 * @param message what to do about it, in the visitor's words
 */
public record Violation(String field, String message) {}
