package com.avonsolutions.web.function;

import com.avonsolutions.web.startup.FunctionContext;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import java.util.Map;

/**
 * A function as Lambda starts it, whatever calls it.
 *
 * <p>The environment is an argument, so that tests and the local server give each function exactly
 * what template.yaml grants it.
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
