package com.avonsolutions.pages;

import com.avonsolutions.web.function.HttpHandler;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.util.Map;

/** The home page, assets and other files. The default route serves the content pages. */
public final class ServePagesHandler extends HttpHandler {
  @Inject HomePage home;
  @Inject SiteFiles files;
  @Inject DefaultRoute defaultRoute;

  /** Starts in Lambda. */
  public ServePagesHandler() {
    this(System.getenv());
  }

  /** Starts with singletons that replace the beans of their type, e.g. a fixed clock. */
  public ServePagesHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  @Override
  protected Priming priming() {
    return Priming.reading(ServePagesHandler::new, "pages");
  }

  @Override
  protected Response answer(Request request) {
    return switch (request.routeKey()) {
      case "GET /" -> home.show(request);
      case "GET /sitemap.xml" -> files.sitemap(request);
      case "GET /robots.txt" -> files.robots(request);
      case "GET /favicon.svg" -> files.favicon(request);
      case "GET /favicon.ico" -> files.file(request, "favicon.ico");
      case "GET /apple-touch-icon.png" -> files.file(request, "apple-touch-icon.png");
      case "GET /site.webmanifest" -> files.file(request, "site.webmanifest");
      case "GET /lead.js" -> files.leadScript(request);
      case "GET /assets/{file}" -> files.asset(request);
      default -> defaultRoute.answer(request);
    };
  }
}
