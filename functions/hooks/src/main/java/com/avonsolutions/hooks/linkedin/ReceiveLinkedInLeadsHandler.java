package com.avonsolutions.hooks.linkedin;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives LinkedIn's lead events. */
public final class ReceiveLinkedInLeadsHandler extends HttpHandler {
  @Inject LinkedInLeads leads;

  /** Starts in Lambda. */
  public ReceiveLinkedInLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveLinkedInLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveLinkedInLeadsHandler::new, "linkedin");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/linkedin" -> leads.verify(request);
      case "POST /hooks/linkedin" -> leads.receive(request);
      default -> throw HttpException.notFound();
    };
  }
}
