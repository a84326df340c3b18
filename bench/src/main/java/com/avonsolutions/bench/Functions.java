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
 * The template's functions in this process, each on its own class path, which stays loaded. Until
 * this is closed standard output goes nowhere, because their log has a line for each request.
 */
public final class Functions implements AutoCloseable {
  private final PrintStream standardOut = System.out;
  private final SamTemplate template;
  private final Map<String, FunctionClassLoader> classes = new HashMap<>();

  public Functions(SamTemplate template) {
    this.template = template;
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8));
  }

  /** A new instance, which finds its tables at this address. */
  public RequestStreamHandler start(String functionId, URI tables) {
    return classes
        .computeIfAbsent(
            functionId, id -> FunctionClassLoader.of(Project.root(), template.function(functionId)))
        .handler(template.environment(functionId, Map.of("DynamoDbEndpoint", tables.toString())));
  }

  /** Ends an instance, as the environment's end does in the cloud. */
  public static void stop(RequestStreamHandler instance) {
    if (instance instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        throw new IllegalStateException("An instance did not close", e);
      }
    }
  }

  /**
   * Nothing that failed is worth measuring.
   *
   * @throws IllegalStateException when a function did not answer with the status that is expected
   */
  public static void check(EventFixtures.Case event, byte[] response) throws IOException {
    if (EventFixtures.isRequest(event)) {
      check(event, Answer.parse(response).status());
    } else {
      EventFixtures.check(event, response);
    }
  }

  /** The same of a status alone. */
  public static void check(EventFixtures.Case event, int status) throws IOException {
    Object expected = JSON.std.mapFrom(event.expectation().toFile()).get("status");
    if (!Integer.valueOf(status).equals(expected)) {
      throw new IllegalStateException(event + " was answered with " + status + ", not " + expected);
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
