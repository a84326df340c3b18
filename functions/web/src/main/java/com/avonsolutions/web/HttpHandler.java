package com.avonsolutions.web;

import com.amazonaws.services.lambda.runtime.Context;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * A function behind the HTTP API: it adds its routes in {@link #answer}, {@link HttpExchange} does
 * the rest.
 */
public abstract class HttpHandler extends FunctionHandler {
  @Inject HttpExchange exchange;

  /** Starts the function, see {@link FunctionHandler}. */
  protected HttpHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  /** Answers a request, by its route key. Exceptions become answers in {@link ErrorAnswers}. */
  protected abstract Response answer(Request request);

  @Override
  public final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    exchange.serve(input, output, this::answer);
  }
}
