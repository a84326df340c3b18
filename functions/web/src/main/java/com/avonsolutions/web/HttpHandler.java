package com.avonsolutions.web;

import com.amazonaws.services.lambda.runtime.Context;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * A function behind the HTTP API: it adds its routes in {@link #answer}, {@link HttpExchange} does
 * the rest.
 *
 * <p>The environment is an argument, so that tests and the local server give each function exactly
 * what template.yaml grants it.
 */
public abstract class HttpHandler extends MicronautRequestStreamHandler {
  @Inject HttpExchange exchange;

  /**
   * Starts the function.
   *
   * @param environment its environment variables
   * @param singletons take the place of the beans of their type, e.g. a fixed clock
   */
  protected HttpHandler(Map<String, String> environment, Object... singletons) {
    super(context(environment, singletons));
  }

  private static ApplicationContext context(Map<String, String> environment, Object... singletons) {
    ApplicationContextBuilder builder = new LambdaApplicationContextBuilder();
    Map<String, Object> variables = new HashMap<>(environment);
    return builder
        .environmentPropertySource(false)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .banner(false)
        .propertySources(
            PropertySource.of(
                "environment",
                variables,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("environment")))
        .singletons(singletons)
        .build();
  }

  /** Answers a request, by its route key. Exceptions become answers in {@link ErrorAnswers}. */
  protected abstract Response answer(Request request);

  @Override
  public final void execute(InputStream input, OutputStream output, Context context)
      throws IOException {
    exchange.serve(input, output, this::answer);
  }
}
