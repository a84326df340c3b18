package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/**
 * An entry that may answer a question.
 *
 * @param score confidence that it does, from 0 to 1; comparable between questions
 * @param reasons each feature's share of the score
 * @param highlights words of the entry's question that match, in their order, without overlaps
 */
public record Candidate(
    FaqEntry entry, double score, List<Reason> reasons, List<Highlight> highlights) {}
