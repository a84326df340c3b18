package com.avonsolutions.faq;

import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.Mark;
import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.List;

/** A piece of an entry's question, marked if the visitor's question says it too. */
public record Piece(String text, boolean marked) {

  static List<Piece> of(Candidate candidate) {
    String question = candidate.entry().question();
    List<Piece> pieces = new ArrayList<>();
    int end = 0;
    for (Mark mark : candidate.marks()) {
      pieces.add(new Piece(question.substring(end, mark.start()), false));
      pieces.add(new Piece(question.substring(mark.start(), mark.end()), true));
      end = mark.end();
    }
    pieces.add(new Piece(question.substring(end), false));
    return pieces;
  }

  static List<Piece> of(FaqEntry entry) {
    return List.of(new Piece(entry.question(), false));
  }
}
