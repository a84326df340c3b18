package com.avonsolutions.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.local.FunctionClassLoader;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * The template's functions in this process, each on its own class path. Classes stay loaded between
 * instances. Standard output is discarded until this is closed: functions log a line per request.
 */
public final class Functions implements AutoCloseable {
  private final PrintStream standardOut = System.out;
  private final SamTemplate template;
  private final Map<String, FunctionClassLoader> classes = new HashMap<>();

  public Functions(SamTemplate template) {
    this.template = template;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  /** Starts a new instance that uses the tables at this endpoint. */
  public RequestStreamHandler start(String functionId, URI tables) {
    return classes
        .computeIfAbsent(
            functionId, id -> FunctionClassLoader.of(Project.root(), template.function(functionId)))
        .handler(template.environment(functionId, Map.of("DynamoDbEndpoint", tables.toString())));
  }

  /** Closes an instance, as the end of its environment does in the cloud. */
  public static void stop(RequestStreamHandler instance) {
    if (instance instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("Cannot close an instance", e);
      }
    }
  }

  /**
   * Keeps failed requests out of the measurements.
   *
   * @throws IllegalStateException when the function did not answer as the event's expectation says
   */
  public static void check(EventFixtures.Case event, byte[] response) throws IOException {
    if (EventFixtures.isRequest(event)) {
      check(event, Answer.parse(response).status());
    } else {
      EventFixtures.check(event, response);
    }
  }

  public static void check(EventFixtures.Case event, int status) throws IOException {
    Object expected = JSON.std.mapFrom(event.expectation().toFile()).get("status");
    if (!Integer.valueOf(status).equals(expected)) {
      throw new IllegalStateException(event + " got status " + status + ", not " + expected);
    }
  }

  @Override
  public void close() {
    System.setOut(standardOut);
    try {
      for (FunctionClassLoader loader : classes.values()) {
        loader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
