package com.avonsolutions.hooks.googleads;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** Receives leads from Google Ads. */
public final class ReceiveGoogleAdsLeadsHandler extends HttpHandler {
  @Inject GoogleAdsLeads leads;

  /** Starts in Lambda. */
  public ReceiveGoogleAdsLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ReceiveGoogleAdsLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", ReceiveGoogleAdsLeadsHandler::new, "google-ads");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/google-ads" -> leads.receive(request);
      default -> throw HttpException.notFound();
    };
  }
}
