package com.avonsolutions.hooks.meta;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Is told of leads by Meta. */
public final class TakeMetaLeadsHandler extends HttpHandler {
  @Inject MetaLeads leads;

  /** Starts in Lambda. */
  public TakeMetaLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeMetaLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", TakeMetaLeadsHandler::new, "meta/post-event");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /hooks/meta" -> leads.verify(request);
      case "POST /hooks/meta" -> leads.take(request);
      default -> throw HttpException.notFound();
    };
  }
}
