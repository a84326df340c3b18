package com.avonsolutions.answers;

/**
 * A word of an entry's question that matches the visitor's question.
 *
 * @param start index of its first UTF-16 unit in the entry's question
 * @param end index after its last UTF-16 unit
 */
public record Highlight(int start, int end) {}
