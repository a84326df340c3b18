package com.avonsolutions.faq;

import com.avonsolutions.answers.review.QuestionGroup;
import com.avonsolutions.answers.review.QuestionGroups;
import com.avonsolutions.domain.India;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.question.QuestionStore;
import com.avonsolutions.domain.question.UnansweredQuestion;
import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

/** Unanswered questions as JSON, for staff who know the token. */
@Singleton
final class StaffQuestions {
  private static final String BEARER = "Bearer ";

  private final FaqCache desk;
  private final QuestionStore questions;
  private final Secrets secrets;
  private final Clock clock;
  private final boolean open;
  private final String tokenName;

  /**
   * Makes it.
   *
   * @param api whether it is {@code on}
   * @param tokenName under which the token lies among the secrets
   */
  StaffQuestions(
      FaqCache desk,
      QuestionStore questions,
      Secrets secrets,
      Clock clock,
      @Value("${staff.api}") String api,
      @Value("${staff.token}") String tokenName) {
    this.desk = desk;
    this.questions = questions;
    this.secrets = secrets;
    this.clock = clock;
    this.open = api.equals("on");
    this.tokenName = tokenName;
  }

  /**
   * Lists a month's questions, those that ask the same together, most asked first.
   *
   * @throws HttpException 404 while this is off, 401 for who does not know the token
   */
  Response list(Request request) {
    if (!open) {
      throw HttpException.notFound();
    }
    String authorization = request.header("authorization").orElse("");
    if (!authorization.startsWith(BEARER)
        || !secrets.matches(tokenName, authorization.substring(BEARER.length()))) {
      throw HttpException.tokenRequired("Send the staff's token, as authorization: Bearer TOKEN.");
    }
    YearMonth month = month(request);
    List<UnansweredQuestion> unanswered = questions.unanswered(month);
    List<QuestionGroup> groups = QuestionGroups.of(unanswered, desk.published().index());
    // "questions" counts wordings.
    return Response.json(
        200,
        new JsonWriter()
            .put("month", month.toString())
            .put("questions", unanswered.size())
            .put("groups", groups.stream().map(StaffQuestions::askedTogether).toList()));
  }

  private YearMonth month(Request request) {
    try {
      return request
          .query("month")
          .map(YearMonth::parse)
          .orElseGet(() -> YearMonth.from(India.dayOf(clock.instant())));
    } catch (DateTimeException e) {
      throw new InvalidSubmissionException(
          List.of(new Violation("month", "Write the month like 2026-11.")));
    }
  }

  /**
   * Wordings of one question. It names the entry that may take them as aliases; where none does,
   * the question needs a new entry.
   */
  private static JsonWriter askedTogether(QuestionGroup group) {
    return new JsonWriter()
        .put("question", group.question())
        .put("count", group.count())
        .put("aliasOf", group.near().map(FaqEntry::slug))
        .put("wordings", group.wordings().stream().map(StaffQuestions::wording).toList());
  }

  /** A wording; {@code offered} tells how often "did you mean" was shown for it. */
  private static JsonWriter wording(UnansweredQuestion question) {
    return new JsonWriter()
        .put("question", question.question())
        .put("count", question.count())
        .put("offered", question.offered());
  }
}
