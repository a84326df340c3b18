package com.avonsolutions.domain.submission;

/**
 * Says that a submission is stored.
 *
 * @param id what it is stored under; a repeat gets the id of the first
 * @param repeated whether it had been stored before
 */
public record Receipt(String id, boolean repeated) {}
