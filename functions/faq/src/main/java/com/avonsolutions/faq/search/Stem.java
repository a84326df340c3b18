package com.avonsolutions.faq.search;

/**
 * A written word without its endings; weak words keep theirs.
 *
 * @see Word
 */
record Stem(String text, boolean weak, boolean corrected) {}
