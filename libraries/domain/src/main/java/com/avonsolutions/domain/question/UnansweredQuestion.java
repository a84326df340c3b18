package com.avonsolutions.domain.question;

/**
 * A question without an answer.
 *
 * @param count how often it was asked
 * @param offered how many of these times the visitor was offered similar questions
 */
public record UnansweredQuestion(String question, int count, int offered) {}
