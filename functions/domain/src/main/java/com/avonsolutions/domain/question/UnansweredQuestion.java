package com.avonsolutions.domain.question;

/** A question and how often it found no answer. */
public record UnansweredQuestion(String question, int count) {}
