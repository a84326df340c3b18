package com.avonsolutions.domain.question;

/**
 * A question that was not answered.
 *
 * @param count how often
 * @param offered how many of these times the visitor was offered what they may have meant
 */
public record UnansweredQuestion(String question, int count, int offered) {}
