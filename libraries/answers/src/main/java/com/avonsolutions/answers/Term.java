package com.avonsolutions.answers;

import java.util.List;

/**
 * A word or phrase of a text, after analysis.
 *
 * @param text its words in Latin letters
 * @param key the same for all spellings and inflections of a word
 * @param stems stems that match it in the index; one match is enough
 * @param english English words whose vectors represent it; empty for a term without a vector, such
 *     as a number
 * @param stopWord whether it says little about the topic, such as "how" and "please"
 * @param start index of its first UTF-16 unit in the text
 * @param end index after its last UTF-16 unit
 */
record Term(
    String text,
    String key,
    List<String> stems,
    List<String> english,
    boolean stopWord,
    int start,
    int end) {}
