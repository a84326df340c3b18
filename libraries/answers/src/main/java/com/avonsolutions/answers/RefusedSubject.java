package com.avonsolutions.answers;

import com.avonsolutions.domain.faq.FaqEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A subject that people ask about and that no entry answers, such as jobs. It takes part in the
 * ranking; a question that it wins gets no answer.
 *
 * @param wordings questions about it
 * @param hint whom to ask instead, for the visitor; empty where we do not know
 */
record RefusedSubject(List<String> wordings, Optional<String> hint) {

  /**
   * Parses {@code refused-subjects.txt}.
   *
   * @param lines "[name] hint", followed by a wording a line
   */
  static List<RefusedSubject> parse(List<String> lines) {
    List<RefusedSubject> subjects = new ArrayList<>();
    List<String> wordings = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("[")) {
        wordings = new ArrayList<>();
        String hint = line.substring(line.indexOf(']') + 1).strip();
        subjects.add(
            new RefusedSubject(wordings, Optional.of(hint).filter(text -> !text.isEmpty())));
      } else {
        wordings.add(line);
      }
    }
    return subjects.stream()
        .map(subject -> new RefusedSubject(List.copyOf(subject.wordings), subject.hint))
        .toList();
  }

  RefusedSubject only(List<String> kept) {
    return new RefusedSubject(kept, hint);
  }

  /** As an entry, for the index. */
  FaqEntry entry() {
    return new FaqEntry(
        "",
        wordings.get(0),
        Optional.empty(),
        "",
        Integer.MAX_VALUE,
        false,
        wordings.subList(1, wordings.size()),
        "");
  }
}
