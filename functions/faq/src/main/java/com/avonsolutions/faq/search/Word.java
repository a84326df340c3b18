package com.avonsolutions.faq.search;

import java.util.List;

/**
 * A word of a text, or several that mean one thing.
 *
 * @param meanings its stem, or the names of the groups of like words that it belongs to
 * @param weak says little about what is asked, such as "how" and "please"
 * @param corrected was misspelt, most likely
 */
record Word(List<String> meanings, boolean weak, boolean corrected) {}
