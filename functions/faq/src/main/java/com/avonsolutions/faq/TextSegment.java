package com.avonsolutions.faq;

import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.Highlight;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.List;

/** A segment of an entry's question, highlighted where it matches the visitor's question. */
public record TextSegment(String text, boolean highlighted) {

  static List<TextSegment> of(Candidate candidate) {
    String question = candidate.entry().question();
    List<TextSegment> segments = new ArrayList<>();
    int end = 0;
    for (Highlight highlight : candidate.highlights()) {
      segments.add(new TextSegment(question.substring(end, highlight.start()), false));
      segments.add(new TextSegment(question.substring(highlight.start(), highlight.end()), true));
      end = highlight.end();
    }
    segments.add(new TextSegment(question.substring(end), false));
    return segments;
  }

  static List<TextSegment> of(FaqEntry entry) {
    return List.of(new TextSegment(entry.question(), false));
  }
}
