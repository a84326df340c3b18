package com.avonsolutions.domain.vote;

/**
 * How often visitors voted yes and no on an entry that was shown for one question.
 *
 * @param question empty for votes without a question
 */
public record VoteCount(String slug, String question, int yes, int no) {}
