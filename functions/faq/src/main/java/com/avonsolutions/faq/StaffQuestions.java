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

/** The JSON API of unanswered questions, for staff with the token. */
@Singleton
final class StaffQuestions {
  private static final String BEARER = "Bearer ";

  private final FaqCache faqs;
  private final QuestionStore questions;
  private final Secrets secrets;
  private final Clock clock;
  private final boolean enabled;
  private final String tokenName;

  /**
   * Reads its settings.
   *
   * @param api {@code on} enables this API
   * @param tokenName name of the secret that holds the token
   */
  StaffQuestions(
      FaqCache faqs,
      QuestionStore questions,
      Secrets secrets,
      Clock clock,
      @Value("${staff.api}") String api,
      @Value("${staff.token}") String tokenName) {
    this.faqs = faqs;
    this.questions = questions;
    this.secrets = secrets;
    this.clock = clock;
    this.enabled = api.equals("on");
    this.tokenName = tokenName;
  }

  /**
   * Lists a month's questions in groups with the same meaning, most asked first.
   *
   * @throws HttpException 404 if this API is off, 401 if the token does not match
   */
  Response list(Request request) {
    if (!enabled) {
      throw HttpException.notFound();
    }
    String authorization = request.header("authorization").orElse("");
    if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        || !secrets.matches(tokenName, authorization.substring(BEARER.length()))) {
      throw HttpException.tokenRequired("Send the staff's token, as authorization: Bearer TOKEN.");
    }
    YearMonth month = month(request);
    List<UnansweredQuestion> unanswered = questions.unanswered(month);
    List<QuestionGroup> groups = QuestionGroups.of(unanswered, faqs.edition().index());
    return Response.json(
        200,
        new JsonWriter()
            .put("month", month.toString())
            // The number of wordings.
            .put("questions", unanswered.size())
            .put("groups", groups.stream().map(StaffQuestions::group).toList()));
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

  /** A group. Without {@code aliasOf}, an entry for aliases, the question needs a new entry. */
  private static JsonWriter group(QuestionGroup group) {
    return new JsonWriter()
        .put("question", group.question())
        .put("count", group.count())
        .put("aliasOf", group.near().map(FaqEntry::slug))
        .put("wordings", group.wordings().stream().map(StaffQuestions::wording).toList());
  }

  /** A wording; {@code offered} is how often "did you mean" was shown for it. */
  private static JsonWriter wording(UnansweredQuestion question) {
    return new JsonWriter()
        .put("question", question.question())
        .put("count", question.count())
        .put("offered", question.offered());
  }
}
