package com.avonsolutions.answers.review;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.answers.Answers;
import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.Meaning;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Groups questions by what they mean, so that many wordings of one are one line to work on. */
public final class QuestionGroups {
  /** From which likeness on two questions count as one; measured by {@code QuestionGroupsTest}. */
  private static final double ALIKE = 0.6;

  private QuestionGroups() {}

  /**
   * Groups questions, most asked groups first. A question joins the group that it is most like, as
   * all wordings so far say it together.
   *
   * @param index the published entries, among which each group's nearest is looked for
   */
  public static List<QuestionGroup> of(List<UnansweredQuestion> questions, AnswerIndex index) {
    List<Growing> groups = new ArrayList<>();
    questions.stream()
        .sorted(Comparator.comparingInt(UnansweredQuestion::count).reversed())
        .forEach(question -> add(question, groups));
    return groups.stream()
        .map(group -> new QuestionGroup(List.copyOf(group.wordings), near(index, group)))
        .sorted(Comparator.comparingInt(QuestionGroup::count).reversed())
        .toList();
  }

  /** A group, the meaning of each wording, and of all of them together. */
  private static final class Growing {
    final List<UnansweredQuestion> wordings = new ArrayList<>();
    final List<Meaning> meanings = new ArrayList<>();
    Meaning together = Meaning.ofAll(List.of());

    void add(UnansweredQuestion question, Meaning meaning) {
      wordings.add(question);
      meanings.add(meaning);
      together = Meaning.ofAll(meanings);
    }
  }

  private static void add(UnansweredQuestion question, List<Growing> groups) {
    Meaning meaning = Meaning.of(question.question());
    @Nullable Growing nearest = null;
    double best = ALIKE;
    for (Growing group : groups) {
      double likeness = group.together.likeness(meaning);
      if (likeness >= best) {
        best = likeness;
        nearest = group;
      }
    }
    if (nearest == null) {
      nearest = new Growing();
      groups.add(nearest);
    }
    nearest.add(question, meaning);
  }

  private static Optional<FaqEntry> near(AnswerIndex index, Growing group) {
    Answers answers = index.ask(group.wordings.get(0).question());
    return Stream.concat(answers.answers().stream(), answers.nearest().stream())
        .map(Candidate::entry)
        .findFirst();
  }
}
