package com.avonsolutions.web;

import com.amazonaws.services.lambda.runtime.Context;
import com.avonsolutions.domain.json.JsonDocument;
import com.avonsolutions.domain.json.JsonTree;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;

/** A function that a table's stream or a schedule calls. What it throws makes Lambda call again. */
public abstract class EventHandler extends FunctionHandler {
  @Inject RequestLog log;

  private boolean cold = true;

  /**
   * What came of an event.
   *
   * @param done of how many records it has been dealt with
   * @param failed how many are left for another time
   */
  public record Outcome(int done, int failed) {}

  /** Starts the function, see {@link FunctionHandler}. */
  protected EventHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
  }

  /**
   * Deals with an event.
   *
   * @param left how much time there is for it
   */
  protected abstract Outcome handle(JsonTree event, Duration left);

  @Override
  public final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long start = System.nanoTime();
    Outcome outcome =
        handle(
            JsonTree.parse(input.readAllBytes()),
            Duration.ofMillis(context.getRemainingTimeInMillis()));
    output.write(
        new JsonDocument().put("done", outcome.done()).put("failed", outcome.failed()).bytes());
    log.batch(
        context.getAwsRequestId(),
        outcome.done() + outcome.failed(),
        outcome.failed(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }
}
