package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/**
 * What came of a question, as it is drawn.
 *
 * @param answered whether one of the entries answers it
 * @param entries the answers, best first; empty when there is none
 * @param nearest what comes nearest when nothing answers
 */
public record AnswersView(boolean answered, List<FaqEntry> entries, List<FaqEntry> nearest) {}
