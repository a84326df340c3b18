package com.avonsolutions.domain.vote;

/**
 * The votes on an entry as the answer to a question.
 *
 * @param question empty for votes without a question
 */
public record VoteCount(String slug, String question, int yes, int no) {}
