package com.avonsolutions.hooks.webhook;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes leads from systems that send Standard Webhooks. */
public final class TakeWebhookLeadsHandler extends HttpHandler {
  @Inject WebhookLeads leads;

  /** Starts in Lambda. */
  public TakeWebhookLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeWebhookLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", TakeWebhookLeadsHandler::new, "webhook/post-lead");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/in/{form}" -> leads.take(request);
      default -> throw HttpException.notFound();
    };
  }
}
