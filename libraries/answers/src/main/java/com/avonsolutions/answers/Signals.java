package com.avonsolutions.answers;

/**
 * What tells how sure we are of an entry.
 *
 * @param match how well it matches
 * @param others the mean match of the five others that come nearest
 * @param lead how far its match is before the best other's; after it less than 0
 * @param words how many words of the question carry meaning, in parts of five and at most one
 */
record Signals(double match, double others, double lead, double words) {}
