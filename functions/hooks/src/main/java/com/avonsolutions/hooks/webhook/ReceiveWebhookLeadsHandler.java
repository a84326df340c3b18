package com.avonsolutions.hooks.webhook;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives leads from systems that send Standard Webhooks. */
public final class ReceiveWebhookLeadsHandler extends HttpHandler {
  @Inject WebhookLeads leads;

  /** Starts in Lambda. */
  public ReceiveWebhookLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveWebhookLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveWebhookLeadsHandler::new, "webhook");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/in/{form}" -> leads.receive(request);
      default -> throw HttpException.notFound();
    };
  }
}
