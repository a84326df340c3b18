package com.avonsolutions.contact;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Leads from the contact form, from scripts, and from forms of other sites. */
public final class SubmitLeadsHandler extends HttpHandler {
  @Inject ContactForm form;
  @Inject LeadApi api;
  @Inject PostedForms posted;
  @Inject Cors cors;

  /** Starts in Lambda. */
  public SubmitLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public SubmitLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", SubmitLeadsHandler::new, "contact")
        .with("CAPTCHA_PROVIDER", "none")
        .with("AKISMET_MODE", "off");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /contact" -> form.show(request);
      case "POST /contact" -> request.wantsPage() ? form.submit(request) : api.submit(request);
      case "GET /contact/thanks" -> form.thank(request);
      case "POST /api/leads" -> api.submit(request);
      case "OPTIONS /api/leads" -> cors.preflight(request, "POST, OPTIONS");
      case "POST /f/{form}" -> posted.submit(request);
      case "OPTIONS /f/{form}" -> posted.preflight(request);
      default -> throw HttpException.notFound();
    };
  }
}
