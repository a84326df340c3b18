package com.avonsolutions.faq;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.faq.search.Answers;
import com.avonsolutions.faq.search.Candidate;
import com.avonsolutions.web.Json;
import com.avonsolutions.web.Representation;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.List;

/** Entries and answers as JSON. */
@Singleton
final class FaqApi {
  private final FaqDesk desk;
  private final UnansweredQuestions unanswered;
  private final Json json;
  private final PerEdition<Representation> list = new PerEdition<>(this::listed);

  FaqApi(FaqDesk desk, UnansweredQuestions unanswered, Json json) {
    this.desk = desk;
    this.unanswered = unanswered;
    this.json = json;
  }

  Response list(Request request) {
    return list.of(desk.published()).answer(request);
  }

  private Representation listed(Published published) {
    List<ListedFaq> faqs = published.entries().stream().map(ListedFaq::of).toList();
    return Representation.of(
        json.answer(200, new FaqList(faqs)).with("cache-control", "public, max-age=60"));
  }

  /** Answers a question. One that is still being typed, a draft, is not counted. */
  Response answers(Request request) {
    Question question = Question.required(request);
    Answers answers = desk.published().index().ask(question.text());
    if (!answers.answered() && request.query("draft").filter("true"::equals).isEmpty()) {
      unanswered.count(request, question);
    }
    return json.answer(
        200,
        new GivenAnswers(
            question.text(),
            answers.answered(),
            answers.answers().stream().map(GivenAnswer::of).toList(),
            answers.nearest().stream().map(NearQuestion::of).toList()));
  }

  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS) // an empty list is an answer too
  record FaqList(List<ListedFaq> faqs) {}

  @Serdeable.Serializable
  record ListedFaq(String slug, String question, String answerHtml, String category) {

    static ListedFaq of(FaqEntry entry) {
      return new ListedFaq(entry.slug(), entry.question(), entry.answerHtml(), entry.category());
    }
  }

  /** What came of a question. */
  @Serdeable.Serializable
  @JsonInclude(JsonInclude.Include.ALWAYS) // no answer is an answer too
  record GivenAnswers(
      String query, boolean answered, List<GivenAnswer> answers, List<NearQuestion> nearest) {}

  /**
   * An answer.
   *
   * @param score how sure we are of it, from 0 to 1
   */
  @Serdeable.Serializable
  record GivenAnswer(String slug, String question, String answerHtml, double score) {

    static GivenAnswer of(Candidate candidate) {
      FaqEntry entry = candidate.entry();
      double score = Math.round(candidate.score() * 100) / 100.0;
      return new GivenAnswer(entry.slug(), entry.question(), entry.answerHtml(), score);
    }
  }

  @Serdeable.Serializable
  record NearQuestion(String slug, String question) {

    static NearQuestion of(Candidate candidate) {
      FaqEntry entry = candidate.entry();
      return new NearQuestion(entry.slug(), entry.question());
    }
  }
}
