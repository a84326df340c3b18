package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.Answers;
import com.avonsolutions.faq.search.Candidate;
import com.avonsolutions.faq.search.Mark;
import com.avonsolutions.faq.search.Reason;
import com.avonsolutions.web.Json;
import com.avonsolutions.web.PageCompressor;
import com.avonsolutions.web.Representation;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Entries and answers as JSON. */
@Singleton
final class FaqApi {
  private final FaqDesk desk;
  private final UnansweredQuestions unanswered;
  private final Json json;
  private final PerEdition<Representation> list;

  FaqApi(FaqDesk desk, UnansweredQuestions unanswered, Json json, PageCompressor compressor) {
    this.desk = desk;
    this.unanswered = unanswered;
    this.json = json;
    this.list = new PerEdition<>(published -> compressor.compressQuickly(listed(published)));
  }

  Response list(Request request) {
    return list.of(desk.published()).answer(request);
  }

  private Response listed(Published published) {
    List<ListedFaq> faqs = published.entries().stream().map(ListedFaq::of).toList();
    return json.answer(200, new FaqList(faqs)).with("cache-control", "public, max-age=60");
  }

  /**
   * Answers a question. One that is still being typed, a draft, is not counted, nor is one whose
   * answers are to be explained.
   */
  Response answers(Request request) {
    Question question = Question.required(request);
    Answers answers = desk.published().index().ask(question.text());
    boolean explain = isTrue(request, "explain");
    if (!explain && !isTrue(request, "draft")) {
      unanswered.count(request, question, answers);
    }
    return json.answer(
        200,
        new GivenAnswers(
            question.text(),
            answers.answered(),
            given(answers.answers(), explain),
            given(answers.nearest(), explain),
            question.note(answers).orElse(null)));
  }

  private static boolean isTrue(Request request, String field) {
    return request.query(field).filter("true"::equals).isPresent();
  }

  private static List<GivenAnswer> given(List<Candidate> candidates, boolean explain) {
    return candidates.stream().map(candidate -> GivenAnswer.of(candidate, explain)).toList();
  }

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS) // an empty list is an answer too
  record FaqList(List<ListedFaq> faqs) {}

  @Serdeable.Serializable
  record ListedFaq(
      String slug,
      String question,
      String answerHtml,
      String category,
      @Nullable String updatedAt) {

    static ListedFaq of(FaqEntry entry) {
      return new ListedFaq(
          entry.slug(),
          entry.question(),
          entry.answerHtml(),
          entry.category(),
          entry.updatedAt().map(Instant::toString).orElse(null));
    }
  }

  /**
   * What came of a question.
   *
   * @param nearest what the visitor may have meant, when there is no answer
   * @param note what the visitor should know of how the question was read
   */
  @Serdeable.Serializable
  record GivenAnswers(
      String query,
      boolean answered,
      @JsonInclude(JsonInclude.Include.ALWAYS) // no answer is an answer too
          List<GivenAnswer> answers,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<GivenAnswer> nearest,
      @Nullable String note) {}

  /**
   * An answer.
   *
   * @param score how sure we are of it, from 0 to 1
   * @param marks the words of its question that were asked for
   * @param reasons what the score is made of, if that was asked for
   */
  @Serdeable.Serializable
  record GivenAnswer(
      String slug,
      String question,
      String answerHtml,
      double score,
      List<GivenMark> marks,
      @Nullable List<GivenReason> reasons) {

    static GivenAnswer of(Candidate candidate, boolean explain) {
      FaqEntry entry = candidate.entry();
      return new GivenAnswer(
          entry.slug(),
          entry.question(),
          entry.answerHtml(),
          hundredths(candidate.score()),
          candidate.marks().stream().map(GivenMark::of).toList(),
          explain ? candidate.reasons().stream().map(GivenReason::of).toList() : null);
    }
  }

  @Serdeable.Serializable
  record GivenMark(int start, int end) {

    static GivenMark of(Mark mark) {
      return new GivenMark(mark.start(), mark.end());
    }
  }

  /** A part of a score: its feature, how far that holds, and what it adds to the score. */
  @Serdeable.Serializable
  record GivenReason(String feature, double value, double share) {

    static GivenReason of(Reason reason) {
      return new GivenReason(
          reason.feature().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          hundredths(reason.value()),
          hundredths(reason.share()));
    }
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
