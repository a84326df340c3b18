package com.avonsolutions.web;

import com.avonsolutions.testing.Answer;
import com.avonsolutions.testing.EventBuilder;
import com.avonsolutions.testing.EventFixtures;
import com.avonsolutions.testing.SamTemplate;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;

/** A function whose routes a test sets, around everything that all functions share. */
final class TestHandler extends HttpHandler {
  @Inject PageRenderer pages;
  @Inject Cors cors;

  private Function<Request, Response> routes = request -> Response.of(204);

  TestHandler(Map<String, String> parameters) {
    super(SamTemplate.ofProject().environment("ContactFunction", parameters));
  }

  TestHandler() {
    this(Map.of("AllowedOrigins", "https://a.example, https://b.example"));
  }

  TestHandler route(Function<Request, Response> answers) {
    routes = answers;
    return this;
  }

  TestHandler failing(RuntimeException exception) {
    return route(
        request -> {
          throw exception;
        });
  }

  @Override
  protected Priming priming() {
    return Priming.reading((environment, singletons) -> new TestHandler());
  }

  @Override
  protected Response answer(Request request) {
    return routes.apply(request);
  }

  Answer ask(EventBuilder event) {
    return ask(event.build());
  }

  Answer ask(byte[] event) {
    try {
      return EventFixtures.answer(this, event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
