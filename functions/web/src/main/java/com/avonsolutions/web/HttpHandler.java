package com.avonsolutions.web;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * A function behind the HTTP API: it adds its routes in {@link #answer}, {@link HttpExchange} does
 * the rest.
 */
public abstract class HttpHandler extends FunctionHandler implements Resource {
  @Inject HttpExchange exchange;
  @Inject RequestLog log;

  private final Map<String, String> environment;

  /** Starts the function, see {@link FunctionHandler}. */
  protected HttpHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    this.environment = Map.copyOf(environment);
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** How the function gets ready for its snapshot. */
  protected abstract Priming priming();

  /** Answers a request, by its route key. Exceptions become answers in {@link ErrorAnswers}. */
  protected abstract Response answer(Request request);

  /**
   * Forgets what is so at this moment and need not be so after a restore, weeks later and in many
   * copies; nothing, unless the function keeps a time.
   */
  protected void forgetTimes() {}

  @Override
  public final void execute(
      InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
      throws IOException {
    exchange.serve(input, output, this::answer);
  }

  /**
   * Gets ready before SnapStart takes the snapshot. Where that fails the function is slower, once.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">Runtime
   *     hooks</a>
   */
  @Override
  public final void beforeCheckpoint(Context<? extends Resource> context) {
    forgetTimes();
    try {
      rehearse();
      priming().knock(environment);
      Priming.settle();
      // Again, by code that has been compiled meanwhile.
      rehearse();
      priming().knock(environment);
    } catch (IOException | RuntimeException e) {
      log.failure("priming", e);
    }
  }

  /** Answers sample events, by a copy of the function that is plugged in nowhere. */
  final void rehearse() throws IOException {
    priming().rehearse(environment);
  }

  @Override
  public final void afterRestore(Context<? extends Resource> context) {
    // Nothing that is unique or ends has been made before.
  }
}
