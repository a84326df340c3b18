package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/**
 * An entry that may answer a question.
 *
 * @param score from 0 to 1 and comparable between questions
 * @param reasons what the score is made of
 * @param marks the words of the entry's question that were asked for, in their order
 */
public record Candidate(
    FaqEntry entry, double score, Band band, List<Reason> reasons, List<Mark> marks) {}
