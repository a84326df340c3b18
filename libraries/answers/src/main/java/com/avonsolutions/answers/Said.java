package com.avonsolutions.answers;

import java.util.List;

/**
 * A word or phrase of a text as it is understood.
 *
 * @param text as it was written, in Latin letters
 * @param key the same for every spelling and inflection that is understood alike
 * @param stems what it may be found by; one is enough
 * @param english the English words that it says, whose vectors stand for it; empty for one without
 *     a meaning of its own, such as a number
 * @param weak says little about what is asked, such as "how" and "please"
 * @param start where it begins in the text
 * @param end where it has ended
 */
record Said(
    String text,
    String key,
    List<String> stems,
    List<String> english,
    boolean weak,
    int start,
    int end) {}
