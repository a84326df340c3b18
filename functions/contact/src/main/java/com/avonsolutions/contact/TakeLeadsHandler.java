package com.avonsolutions.contact;

import com.avonsolutions.web.Cors;
import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes leads from the contact form, from scripts, and from forms of other sites. */
public final class TakeLeadsHandler extends HttpHandler {
  @Inject ContactForm form;
  @Inject LeadApi api;
  @Inject PostedForms posted;
  @Inject Cors cors;

  /** Starts in Lambda. */
  public TakeLeadsHandler() {
    this(System.getenv());
  }

  public TakeLeadsHandler(Map<String, String> environment) {
    super(environment);
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing(
        "LEADS_TABLE",
        TakeLeadsHandler::new,
        "contact/get-form",
        "contact/post-json",
        "contact/post-json-long-message",
        "contact/post-form",
        "contact/post-form-mistakes");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /contact" -> form.show(request);
      case "POST /contact" -> request.wantsPage() ? form.take(request) : api.take(request);
      case "GET /contact/thanks" -> form.thank(request);
      case "POST /api/leads" -> api.take(request);
      case "OPTIONS /api/leads" -> cors.preflight(request, "POST, OPTIONS");
      case "POST /f/{form}" -> posted.take(request);
      case "OPTIONS /f/{form}" -> posted.preflight(request);
      default -> throw HttpException.notFound();
    };
  }
}
