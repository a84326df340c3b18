package com.avonsolutions.faq;

import com.avonsolutions.answers.Candidate;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.List;

/** An entry of a list, as it is drawn. */
public record EntryView(FaqEntry entry, List<Piece> question) {

  static EntryView of(FaqEntry entry) {
    return new EntryView(entry, Piece.of(entry));
  }

  static EntryView of(Candidate candidate) {
    return new EntryView(candidate.entry(), Piece.of(candidate));
  }
}
