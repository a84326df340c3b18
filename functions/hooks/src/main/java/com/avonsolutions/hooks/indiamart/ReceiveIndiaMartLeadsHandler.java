package com.avonsolutions.hooks.indiamart;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives enquiries from IndiaMART. */
public final class ReceiveIndiaMartLeadsHandler extends HttpHandler {
  @Inject IndiaMartLeads leads;

  /** Starts in Lambda. */
  public ReceiveIndiaMartLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveIndiaMartLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveIndiaMartLeadsHandler::new, "indiamart");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/indiamart/{token}" -> leads.receive(request);
      default -> throw HttpException.notFound();
    };
  }
}
