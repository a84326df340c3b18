package com.avonsolutions.web.function;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import com.avonsolutions.web.startup.TrainingRun;
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
public abstract class HttpHandler extends FunctionHandler implements Resource, TrainingRun.Trainee {
  @Inject HttpExchange exchange;
  @Inject RequestLog log;
  @Inject MonotonicClock time;

  private final Map<String, String> environment;

  /** Starts the function, see {@link FunctionHandler}. */
  @SuppressWarnings("this-escape") // Lambda calls the hook after the constructor has returned.
  protected HttpHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    this.environment = Map.copyOf(environment);
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** How the function warms up before its snapshot. */
  protected abstract Priming priming();

  /** Answers a request, by its route key. Exceptions become answers in {@link ErrorAnswers}. */
  protected abstract Response answer(Request request);

  /**
   * Clears times that must not be part of a snapshot, which may be restored weeks later and in many
   * copies. Does nothing unless the function keeps such a time.
   */
  protected void forgetTimes() {}

  @Override
  public final void execute(
      InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
      throws IOException {
    exchange.serve(input, output, this::answer);
  }

  /**
   * Warms the function up before SnapStart takes the snapshot. A failure is logged and makes the
   * first answer slower; the function works without.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks.html">Runtime
   *     hooks</a>
   */
  @Override
  public final void beforeCheckpoint(Context<? extends Resource> context) {
    forgetTimes();
    try {
      replaySamples();
      priming().warmUpConnection(environment);
      time.sleep(Priming.COMPILATION);
      // Again, by the code that has been compiled meanwhile.
      replaySamples();
      priming().warmUpConnection(environment);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      log.failure("priming", e);
    }
  }

  @Override
  public final void replaySamples() throws IOException {
    priming().replaySamples(environment);
  }

  @Override
  public final void afterRestore(Context<? extends Resource> context) {
    // Nothing unique, and nothing that expires, is made before the snapshot.
  }
}
