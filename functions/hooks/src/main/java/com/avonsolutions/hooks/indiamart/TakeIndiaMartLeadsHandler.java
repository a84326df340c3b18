package com.avonsolutions.hooks.indiamart;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes enquiries from IndiaMART. */
public final class TakeIndiaMartLeadsHandler extends HttpHandler {
  @Inject IndiaMartLeads leads;

  /** Starts in Lambda. */
  public TakeIndiaMartLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeIndiaMartLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing(
        "LEADS_TABLE", TakeIndiaMartLeadsHandler::new, "india-mart/post-enquiry");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/indiamart/{token}" -> leads.take(request);
      default -> throw HttpException.notFound();
    };
  }
}
