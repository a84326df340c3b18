package com.avonsolutions.answers;

/**
 * A word of a text, before analysis.
 *
 * @param text its letters and digits, lower-case, without accents
 * @param start index of its first UTF-16 unit in the text
 * @param end index after its last UTF-16 unit
 */
record Token(String text, int start, int end) {}
