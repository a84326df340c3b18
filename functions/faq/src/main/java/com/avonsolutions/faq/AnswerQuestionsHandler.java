package com.avonsolutions.faq;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Lists FAQs, answers questions, accepts votes and lists unanswered questions for staff. */
public final class AnswerQuestionsHandler extends HttpHandler {
  @Inject FaqCache faqs;
  @Inject FaqPage listPage;
  @Inject EntryPage entryPage;
  @Inject FaqApi api;
  @Inject StaffQuestions staffQuestions;

  /** Starts in Lambda. */
  public AnswerQuestionsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public AnswerQuestionsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.reading(AnswerQuestionsHandler::new, "faq");
  }

  @Override
  protected void forgetTimes() {
    faqs.forgetTimes();
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /faqs" -> listPage.show(request);
      case "GET /faqs/{slug}" -> entryPage.show(request);
      case "POST /faqs/{slug}/votes" -> entryPage.submitVote(request);
      case "GET /api/faqs" -> api.list(request);
      case "GET /api/faqs/answers" -> api.answer(request);
      case "GET /api/faqs/questions" -> staffQuestions.list(request);
      default -> throw HttpException.notFound();
    };
  }
}
