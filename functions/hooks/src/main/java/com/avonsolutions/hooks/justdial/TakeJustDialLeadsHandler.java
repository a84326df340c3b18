package com.avonsolutions.hooks.justdial;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes enquiries from JustDial. */
public final class TakeJustDialLeadsHandler extends HttpHandler {
  @Inject JustDialLeads leads;

  /** Starts in Lambda. */
  public TakeJustDialLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeJustDialLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", TakeJustDialLeadsHandler::new, "just-dial/get-enquiry");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/justdial/{token}" -> leads.takeQuery(request);
      case "POST /hooks/justdial/{token}" -> leads.takeBody(request);
      default -> throw HttpException.notFound();
    };
  }
}
