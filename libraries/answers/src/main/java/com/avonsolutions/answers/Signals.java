package com.avonsolutions.answers;

/**
 * Inputs of the regression that turns matches into confidence.
 *
 * @param match weighted mean of the entry's features, from 0 to about 1
 * @param others mean match of the five best other entries
 * @param lead the entry's match minus that of the best other entry; negative below the first rank
 * @param words terms of the question other than stop words, divided by five, at most 1
 */
record Signals(double match, double others, double lead, double words) {}
