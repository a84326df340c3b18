package com.avonsolutions.web.function;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers its sample event and counts over all instances. */
public class CountingHandler extends HttpHandler {
  public static final AtomicInteger STARTED = new AtomicInteger();
  public static final AtomicInteger ANSWERED = new AtomicInteger();

  public CountingHandler() {
    this(SamTemplate.ofProject().environment("ContactFunction", Map.of()));
  }

  public CountingHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    STARTED.incrementAndGet();
  }

  public static void reset() {
    STARTED.set(0);
    ANSWERED.set(0);
  }

  @Override
  protected Priming priming() {
    return Priming.writing("LEADS_TABLE", CountingHandler::new, "training");
  }

  @Override
  protected Response answer(Request request) {
    ANSWERED.incrementAndGet();
    return Response.of(204);
  }
}
