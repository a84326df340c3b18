package com.avonsolutions.faq;

import com.avonsolutions.answers.Candidate;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/** An entry of a list, for the template, with its question in segments. */
public record EntryView(FaqEntry entry, List<TextSegment> question) {

  static EntryView of(FaqEntry entry) {
    return new EntryView(entry, TextSegment.of(entry));
  }

  static EntryView of(Candidate candidate) {
    return new EntryView(candidate.entry(), TextSegment.of(candidate));
  }
}
