package com.avonsolutions.answers;

/**
 * A word as it was written.
 *
 * @param text its letters and digits, lower-case, without accents
 * @param start where it begins in the text, in UTF-16 units
 * @param end where it has ended
 */
record Token(String text, int start, int end) {}
