package com.avonsolutions.faq;

import com.avonsolutions.answers.Answers;
import com.avonsolutions.answers.Candidate;
import com.avonsolutions.answers.Highlight;
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

/** The JSON API of entries and answers. */
@Singleton
final class FaqApi {
  private final FaqCache faqs;
  private final UnansweredQuestions unanswered;
  private final EditionCache<Representation> list;

  FaqApi(FaqCache faqs, UnansweredQuestions unanswered, PageCompressor compressor) {
    this.faqs = faqs;
    this.unanswered = unanswered;
    this.list = new EditionCache<>(edition -> compressor.compressQuickly(listResponse(edition)));
  }

  Response list(Request request) {
    return list.get(faqs.edition()).answer(request);
  }

  private Response listResponse(FaqEdition edition) {
    List<JsonWriter> entries = edition.entries().stream().map(FaqApi::listEntry).toList();
    return Response.json(200, new JsonWriter().put("faqs", entries))
        .with("cache-control", "public, max-age=60");
  }

  /**
   * Answers a question. An unanswered one is counted, except a draft that is still being typed and
   * one that asks for explanations.
   */
  Response answer(Request request) {
    Question question = Question.required(request);
    Answers answers = faqs.edition().index().ask(question.message());
    boolean explain = isTrue(request, "explain");
    if (!explain && !isTrue(request, "draft")) {
      unanswered.count(request, question, answers);
    }
    return Response.json(
        200,
        new JsonWriter()
            .put("query", question.text())
            .put("answered", answers.answered())
            .put("answers", candidates(answers.answers(), explain))
            // "Did you mean" entries, only when there is no answer.
            .put("nearest", candidates(answers.nearest(), explain))
            // A hint on how the question was read, or whom to ask instead.
            .put("note", question.note(answers)));
  }

  private static boolean isTrue(Request request, String field) {
    return request.query(field).filter("true"::equals).isPresent();
  }

  private static List<JsonWriter> candidates(List<Candidate> candidates, boolean explain) {
    return candidates.stream().map(candidate -> candidate(candidate, explain)).toList();
  }

  private static JsonWriter listEntry(FaqEntry entry) {
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

  /** An entry with its score, its highlights, and the reasons of the score if asked to explain. */
  private static JsonWriter candidate(Candidate candidate, boolean explain) {
    JsonWriter json = entry(candidate.entry()).put("score", hundredths(candidate.score()));
    if (!candidate.highlights().isEmpty()) {
      json.put("marks", candidate.highlights().stream().map(FaqApi::highlight).toList());
    }
    return explain
        ? json.put("reasons", candidate.reasons().stream().map(FaqApi::reason).toList())
        : json;
  }

  private static JsonWriter highlight(Highlight highlight) {
    return new JsonWriter().put("start", highlight.start()).put("end", highlight.end());
  }

  private static JsonWriter reason(Reason reason) {
    return new JsonWriter()
        .put("feature", reason.feature().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("value", hundredths(reason.value()))
        .put("share", hundredths(reason.share()));
  }

  private static double hundredths(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
