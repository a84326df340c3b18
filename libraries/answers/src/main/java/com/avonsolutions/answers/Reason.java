package com.avonsolutions.answers;

/**
 * A feature's share of an entry's score.
 *
 * @param value the feature's value, from 0 to about 1, before it is weighted
 * @param share what it adds to the score; the shares of all reasons add up to the score
 */
public record Reason(Feature feature, double value, double share) {}
