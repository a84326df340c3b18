package com.avonsolutions.web.function;

import com.avonsolutions.web.startup.FunctionContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.util.Map;

/**
 * A Lambda function.
 *
 * <p>Every handler has two constructors: without arguments for Lambda, and with the environment and
 * singletons for tests, priming and the local server, which pass the environment that template.yaml
 * gives the function.
 *
 * <p>The base classes take their beans from the context, because Micronaut injects nothing into a
 * handler without {@code @Inject} fields of its own.
 */
public abstract class FunctionHandler extends MicronautRequestStreamHandler {

  /**
   * Starts the function.
   *
   * @param environment its environment variables
   * @param singletons replace the beans of their type, e.g. a fixed clock
   */
  FunctionHandler(Map<String, String> environment, Object... singletons) {
    super(FunctionContext.of(environment, singletons));
  }
}
