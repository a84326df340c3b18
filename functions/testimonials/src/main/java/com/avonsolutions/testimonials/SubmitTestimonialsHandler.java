package com.avonsolutions.testimonials;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Stores new testimonials for approval, and lists the approved ones. */
public final class SubmitTestimonialsHandler extends HttpHandler {
  @Inject TestimonialPage page;
  @Inject TestimonialApi api;
  @Inject Cors cors;

  /** Starts in Lambda. */
  public SubmitTestimonialsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public SubmitTestimonialsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("TESTIMONIALS_TABLE", SubmitTestimonialsHandler::new, "testimonials");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /testimonials" -> page.show();
      case "POST /testimonials" -> request.wantsPage() ? page.submit(request) : api.submit(request);
      case "GET /testimonials/thanks" -> page.thank();
      case "GET /api/testimonials" -> api.list(request);
      case "POST /api/testimonials" -> api.submit(request);
      case "OPTIONS /api/testimonials" -> cors.preflight(request, "GET, POST, OPTIONS");
      default -> throw HttpException.notFound();
    };
  }
}
