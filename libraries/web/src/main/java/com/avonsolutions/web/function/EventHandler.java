package com.avonsolutions.web.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.http.RequestLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A function that a table's stream or a schedule calls. Lambda retries if it throws. */
public abstract class EventHandler extends FunctionHandler {
  private final RequestLog log;

  private boolean cold = true;

  /**
   * The result of an event.
   *
   * @param done how many records are done
   * @param failed how many records have to be retried
   * @param sequenceNumbers of the failed records, where Lambda retries them one by one: the
   *     function's event in template.yaml needs {@code FunctionResponseTypes:
   *     [ReportBatchItemFailures]}, or Lambda takes the whole batch for done
   */
  public record Outcome(int done, int failed, List<String> sequenceNumbers) {

    public Outcome {
      sequenceNumbers = List.copyOf(sequenceNumbers);
    }

    /** Failed records are retried by the function itself, on its schedule. */
    public Outcome(int done, int failed) {
      this(done, failed, List.of());
    }

    /** Failed records are retried by Lambda. */
    public static Outcome ofRecords(int done, List<String> failed) {
      return new Outcome(done, failed.size(), failed);
    }
  }

  /** Starts the function, see {@link FunctionHandler}. */
  protected EventHandler(Map<String, String> environment, Object... singletons) {
    super(environment, singletons);
    this.log = applicationContext.getBean(RequestLog.class);
  }

  /**
   * Handles an event.
   *
   * @param left the time until Lambda stops the function
   */
  protected abstract Outcome handle(JsonReader event, Duration left);

  @Override
  public final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    long start = System.nanoTime();
    Outcome outcome =
        handle(
            JsonReader.parse(input.readAllBytes()),
            Duration.ofMillis(context.getRemainingTimeInMillis()));
    output.write(answer(outcome).bytes());
    log.batch(
        context.getAwsRequestId(),
        outcome.done() + outcome.failed(),
        outcome.failed(),
        (System.nanoTime() - start) / 1_000_000,
        cold);
    cold = false;
  }

  private static JsonWriter answer(Outcome outcome) {
    JsonWriter answer =
        new JsonWriter().put("done", outcome.done()).put("failed", outcome.failed());
    return outcome.sequenceNumbers().isEmpty()
        ? answer
        : answer.put(BatchFailures.MEMBER, BatchFailures.of(outcome.sequenceNumbers()));
  }
}
