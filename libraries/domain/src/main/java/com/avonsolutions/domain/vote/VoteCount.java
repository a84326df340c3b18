package com.avonsolutions.domain.vote;

/**
 * How often an entry was helpful as the answer to a question.
 *
 * @param question empty for votes of those who asked nothing
 */
public record VoteCount(String slug, String question, int yes, int no) {}
