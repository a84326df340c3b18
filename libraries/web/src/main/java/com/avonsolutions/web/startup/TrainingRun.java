package com.avonsolutions.web.startup;

import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.io.IOException;

/**
 * Shows the JVM what a function does, so that the AOT cache of a container image holds it: starts
 * the function and answers its sample events without a network. The image's build runs it.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
public final class TrainingRun {
  private TrainingRun() {}

  /** A function that has sample events to answer. */
  @FunctionalInterface
  public interface Trainee {
    /**
     * Answers the sample events.
     *
     * @throws IOException when one is missing or cannot be answered
     */
    void replaySamples() throws IOException;
  }

  /**
   * Fails when the function does not start or cannot answer, and the image's build fails with it.
   *
   * @param args the handler's class, as template.yaml names it
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    try (MicronautRequestStreamHandler function = start(args[0])) {
      if (function instanceof Trainee trainee) {
        trainee.replaySamples();
      }
    }
  }

  /** As Lambda does, with the environment of the process. */
  private static MicronautRequestStreamHandler start(String handler)
      throws ReflectiveOperationException {
    return Class.forName(handler)
        .asSubclass(MicronautRequestStreamHandler.class)
        .getConstructor()
        .newInstance();
  }
}
