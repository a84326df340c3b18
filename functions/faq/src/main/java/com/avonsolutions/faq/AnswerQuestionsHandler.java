package com.avonsolutions.faq;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Lists FAQs, answers questions, takes votes on the answers, and tells staff what is missing. */
public final class AnswerQuestionsHandler extends HttpHandler {
  @Inject FaqCache desk;
  @Inject FaqPage page;
  @Inject EntryPage entry;
  @Inject FaqApi api;
  @Inject StaffQuestions staffQuestions;

  /** Starts in Lambda. */
  public AnswerQuestionsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public AnswerQuestionsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.reading(AnswerQuestionsHandler::new, "faq");
  }

  @Override
  protected void forgetTimes() {
    desk.checkNext();
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /faqs" -> page.show(request);
      case "GET /faqs/{slug}" -> entry.show(request);
      case "POST /faqs/{slug}/votes" -> entry.vote(request);
      case "GET /api/faqs" -> api.list(request);
      case "GET /api/faqs/answers" -> api.answers(request);
      case "GET /api/faqs/questions" -> staffQuestions.list(request);
      default -> throw HttpException.notFound();
    };
  }
}
