package com.avonsolutions.answers;

/**
 * A word of an entry's question that the visitor's question says too.
 *
 * @param start where it begins in the entry's question, in UTF-16 units
 * @param end where it has ended
 */
public record Mark(int start, int end) {}
