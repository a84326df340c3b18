package com.avonsolutions.web;

import java.io.IOException;

/**
 * Lets the JVM see what a function does, so that the AOT cache of a container image holds it:
 * starts the function and answers its sample events, without a network. The image's build runs it.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514</a>
 */
public final class TrainingRun {
  private TrainingRun() {}

  /**
   * Ends with an exception if the function does not start or cannot answer, and so ends the build.
   *
   * @param args the handler's class, as template.yaml names it
   */
  public static void main(String[] args) throws IOException, ReflectiveOperationException {
    try (FunctionHandler function = start(args[0])) {
      if (function instanceof HttpHandler http) {
        http.rehearse();
      }
    }
  }

  /** As Lambda does, with the environment of the process. */
  private static FunctionHandler start(String handler) throws ReflectiveOperationException {
    return Class.forName(handler).asSubclass(FunctionHandler.class).getConstructor().newInstance();
  }
}
