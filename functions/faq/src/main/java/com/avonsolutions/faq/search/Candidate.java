package com.avonsolutions.faq.search;

import com.avonsolutions.domain.faq.FaqEntry;

/**
 * An entry that may answer a question.
 *
 * @param confidence from 0 to 1 and comparable between questions
 */
public record Candidate(FaqEntry entry, double confidence) {}
