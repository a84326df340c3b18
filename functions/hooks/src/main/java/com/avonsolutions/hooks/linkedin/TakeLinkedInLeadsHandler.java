package com.avonsolutions.hooks.linkedin;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Is told of leads by LinkedIn. */
public final class TakeLinkedInLeadsHandler extends HttpHandler {
  @Inject LinkedInLeads leads;

  /** Starts in Lambda. */
  public TakeLinkedInLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeLinkedInLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", TakeLinkedInLeadsHandler::new, "linked-in/post-created");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/linkedin" -> leads.verify(request);
      case "POST /hooks/linkedin" -> leads.take(request);
      default -> throw HttpException.notFound();
    };
  }
}
