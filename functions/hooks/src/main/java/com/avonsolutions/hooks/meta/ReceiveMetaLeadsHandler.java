package com.avonsolutions.hooks.meta;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives Meta's lead events. */
public final class ReceiveMetaLeadsHandler extends HttpHandler {
  @Inject MetaLeads leads;

  /** Starts in Lambda. */
  public ReceiveMetaLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveMetaLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveMetaLeadsHandler::new, "meta");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/meta" -> leads.verify(request);
      case "POST /hooks/meta" -> leads.receive(request);
      default -> throw HttpException.notFound();
    };
  }
}
