package com.avonsolutions.hooks.justdial;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives enquiries from JustDial. */
public final class ReceiveJustDialLeadsHandler extends HttpHandler {
  @Inject JustDialLeads leads;

  /** Starts in Lambda. */
  public ReceiveJustDialLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveJustDialLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveJustDialLeadsHandler::new, "justdial");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/justdial/{token}" -> leads.receiveQuery(request);
      case "POST /hooks/justdial/{token}" -> leads.receiveBody(request);
      default -> throw HttpException.notFound();
    };
  }
}
