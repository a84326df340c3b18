package com.avonsolutions.answers.review;

import com.avonsolutions.answers.AnswerIndex;
import com.avonsolutions.answers.Answers;
import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.TextEmbedding;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.UnansweredQuestion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Clusters questions by meaning, so that staff see the wordings of one question together. */
public final class QuestionGroups {
  /** Chosen with {@code QuestionGroupsTest}. */
  private static final double MIN_SIMILARITY = 0.6;

  private QuestionGroups() {}

  /**
   * Groups questions, most asked groups first. Each question joins the group with the most similar
   * centroid, or starts a new group if none is similar enough.
   *
   * @param index the published entries, in which each group's nearest entry is looked up
   */
  public static List<QuestionGroup> of(List<UnansweredQuestion> questions, AnswerIndex index) {
    List<Cluster> clusters = new ArrayList<>();
    questions.stream()
        .sorted(Comparator.comparingInt(UnansweredQuestion::count).reversed())
        .forEach(question -> add(question, clusters));
    return clusters.stream()
        .map(cluster -> new QuestionGroup(List.copyOf(cluster.wordings), near(index, cluster)))
        .sorted(Comparator.comparingInt(QuestionGroup::count).reversed())
        .toList();
  }

  private static final class Cluster {
    final List<UnansweredQuestion> wordings = new ArrayList<>();
    final List<TextEmbedding> embeddings = new ArrayList<>();
    TextEmbedding centroid = TextEmbedding.centroid(List.of());

    void add(UnansweredQuestion question, TextEmbedding embedding) {
      wordings.add(question);
      embeddings.add(embedding);
      centroid = TextEmbedding.centroid(embeddings);
    }
  }

  private static void add(UnansweredQuestion question, List<Cluster> clusters) {
    TextEmbedding embedding = TextEmbedding.of(question.question());
    @Nullable Cluster nearest = null;
    double best = MIN_SIMILARITY;
    for (Cluster cluster : clusters) {
      double similarity = cluster.centroid.similarity(embedding);
      if (similarity >= best) {
        best = similarity;
        nearest = cluster;
      }
    }
    if (nearest == null) {
      nearest = new Cluster();
      clusters.add(nearest);
    }
    nearest.add(question, embedding);
  }

  private static Optional<FaqEntry> near(AnswerIndex index, Cluster cluster) {
    Answers answers = index.ask(cluster.wordings.get(0).question());
    return Stream.concat(answers.answers().stream(), answers.nearest().stream())
        .map(Candidate::entry)
        .findFirst();
  }
}
