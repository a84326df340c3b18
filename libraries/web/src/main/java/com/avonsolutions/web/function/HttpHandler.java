package com.avonsolutions.web.function;

import com.avonsolutions.domain.MonotonicClock;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.RequestLog;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.startup.Priming;
import com.avonsolutions.web.startup.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** A function behind the HTTP API. Subclasses have the routes, {@link HttpExchange} the rest. */
public abstract class HttpHandler extends FunctionHandler implements Resource, TrainingRun.Trainee {
  private final HttpExchange exchange;
  private final RequestLog log;
  private final MonotonicClock time;
  private final Map<String, String> environment;

  /** Starts the function, see {@link FunctionHandler}. */
  @SuppressWarnings("this-escape") // Lambda calls the hook after the constructor has returned.
  protected HttpHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    this.exchange = applicationContext.getBean(HttpExchange.class);
    this.log = applicationContext.getBean(RequestLog.class);
    this.time = applicationContext.getBean(MonotonicClock.class);
    this.environment = Map.copyOf(environment);
    if ("snap-start".equals(environment.get("AWS_LAMBDA_INITIALIZATION_TYPE"))) {
      Core.getGlobalContext().register(this);
    }
  }

  /** How the function is warmed up before its snapshot. */
  protected abstract Priming priming();

  /** Answers a request by its route key. {@link ErrorAnswers} maps exceptions to responses. */
  protected abstract Response answer(Request request);

  /** Clears times that would be wrong after a snapshot is restored, possibly weeks later. */
  protected void forgetTimes() {}

  @Override
  public final void execute(
      InputStream input, OutputStream output, com.amazonaws.services.lambda.runtime.Context context)
      throws IOException {
    exchange.serve(input, output, this::answer);
  }

  /**
   * Warms the function up before SnapStart takes the snapshot. After a failure, which is logged,
   * the function works, but its first answer is slower.
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
      // Again, to run the code that was compiled in the meantime.
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
    // The snapshot has nothing unique and nothing that expires.
  }
}
