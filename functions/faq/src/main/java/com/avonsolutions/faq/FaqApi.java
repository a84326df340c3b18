package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.Mark;
import com.avonsolutions.answers.Reason;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.PageCompressor;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Entries and answers as JSON. */
@Singleton
final class FaqApi {
  private final FaqCache desk;
  private final UnansweredQuestions unanswered;
  private final PerEdition<Representation> list;

  FaqApi(FaqCache desk, UnansweredQuestions unanswered, PageCompressor compressor) {
    this.desk = desk;
    this.unanswered = unanswered;
    this.list = new PerEdition<>(published -> compressor.compressQuickly(listed(published)));
  }

  Response list(Request request) {
    return list.of(desk.published()).answer(request);
  }

  private Response listed(FaqEdition published) {
    List<JsonWriter> faqs = published.entries().stream().map(FaqApi::listed).toList();
    return Response.json(200, new JsonWriter().put("faqs", faqs))
        .with("cache-control", "public, max-age=60");
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
    return Response.json(
        200,
        new JsonWriter()
            .put("query", question.text())
            .put("answered", answers.answered())
            .put("answers", given(answers.answers(), explain))
            // What the visitor may have meant, when there is no answer.
            .put("nearest", given(answers.nearest(), explain))
            // What the visitor should know of how the question was read.
            .put("note", question.note(answers)));
  }

  private static boolean isTrue(Request request, String field) {
    return request.query(field).filter("true"::equals).isPresent();
  }

  private static List<JsonWriter> given(List<Candidate> candidates, boolean explain) {
    return candidates.stream().map(candidate -> given(candidate, explain)).toList();
  }

  private static JsonWriter listed(FaqEntry entry) {
    return entry(entry)
        .put("category", entry.category())
        .put("updatedAt", entry.updatedAt().map(Instant::toString));
  }

  private static JsonWriter entry(FaqEntry entry) {
    return new JsonWriter()
        .put("slug", entry.slug())
        .put("question", entry.question())
        .put("answerHtml", entry.answerHtml());
  }

  /**
   * An answer: how sure we are of it, from 0 to 1, the words of its question that were asked for,
   * and, if that was asked for, what the score is made of.
   */
  private static JsonWriter given(Candidate candidate, boolean explain) {
    JsonWriter given = entry(candidate.entry()).put("score", hundredths(candidate.score()));
    if (!candidate.marks().isEmpty()) {
      given.put("marks", candidate.marks().stream().map(FaqApi::given).toList());
    }
    return explain
        ? given.put("reasons", candidate.reasons().stream().map(FaqApi::given).toList())
        : given;
  }

  private static JsonWriter given(Mark mark) {
    return new JsonWriter().put("start", mark.start()).put("end", mark.end());
  }

  /** A part of a score: its feature, how far that holds, and what it adds to the score. */
  private static JsonWriter given(Reason reason) {
    return new JsonWriter()
        .put("feature", reason.feature().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("value", hundredths(reason.value()))
        .put("share", hundredths(reason.share()));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
