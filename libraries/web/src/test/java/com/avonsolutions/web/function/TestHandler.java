package com.avonsolutions.web.function;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.web.http.Cors;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.PageRenderer;
import com.avonsolutions.web.startup.Priming;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** A function whose routes the test sets. Everything else is what all functions share. */
public final class TestHandler extends HttpHandler {
  public @Inject PageRenderer pages;
  public @Inject Cors cors;

  private Function<Request, Response> routes = request -> Response.of(204);

  public TestHandler(Map<String, String> parameters) {
    super(SamTemplate.ofProject().environment("ContactFunction", parameters));
  }

  public TestHandler() {
    this(Map.of("AllowedOrigins", "https://a.example, https://b.example"));
  }

  public TestHandler route(Function<Request, Response> answers) {
    routes = answers;
    return this;
  }

  public TestHandler failing(RuntimeException exception) {
    return route(
        request -> {
          throw exception;
        });
  }

  @Override
  protected Priming priming() {
    return Priming.reading((environment, singletons) -> new TestHandler(), "training");
  }

  @Override
  protected Response answer(Request request) {
    return routes.apply(request);
  }

  public Answer ask(EventBuilder event) {
    return ask(event.build());
  }

  public Answer ask(byte[] event) {
    try {
      return EventFixtures.answer(this, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
