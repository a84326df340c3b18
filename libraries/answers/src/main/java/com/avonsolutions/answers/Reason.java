package com.avonsolutions.answers;

/**
 * Why an entry has its score.
 *
 * @param value from 0 to about 1, before it is weighed
 * @param share how much of the score comes from it; the shares of all reasons add up to the score
 */
public record Reason(Feature feature, double value, double share) {}
