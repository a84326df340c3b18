package com.avonsolutions.hooks.googleads;

import com.avonsolutions.web.HttpException;
import com.avonsolutions.web.HttpHandler;
import com.avonsolutions.web.Priming;
import com.avonsolutions.web.Request;
import com.avonsolutions.web.Response;
import jakarta.inject.Inject;
import java.util.Map;

/** Takes leads from Google Ads. */
public final class TakeGoogleAdsLeadsHandler extends HttpHandler {
  @Inject GoogleAdsLeads leads;

  /** Starts in Lambda. */
  public TakeGoogleAdsLeadsHandler() {
    this(System.getenv());
  }

  /** Starts with singletons in place of the beans of their type, e.g. a fixed clock. */
  public TakeGoogleAdsLeadsHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", TakeGoogleAdsLeadsHandler::new, "google-ads/post-lead");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "POST /hooks/google-ads" -> leads.take(request);
      default -> throw HttpException.notFound();
    };
  }
}
