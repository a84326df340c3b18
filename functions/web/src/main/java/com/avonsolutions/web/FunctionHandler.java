package com.avonsolutions.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.util.Arrays;
import java.util.HashMap;
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
   * @param singletons take the place of the beans of their type, e.g. a fixed clock
   */
  FunctionHandler(Map<String, String> environment, Object... singletons) {
    super(context(environment, singletons));
  }

  private static ApplicationContext context(Map<String, String> environment, Object... singletons) {
    ApplicationContextBuilder builder = FunctionContext.builder();
    Map<String, Object> variables = new HashMap<>(environment);
    return builder
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .banner(false)
        .propertySources(
            PropertySource.of(
                "environment",
                variables,
                PropertyConvention.ENVIRONMENT_VARIABLE,
                PropertySource.Origin.of("environment")))
        .beanDefinitions(
            Arrays.stream(singletons)
                .map(FunctionHandler::first)
                .toArray(RuntimeBeanDefinition[]::new))
        .build();
  }

  /** A singleton that is taken where there is another bean of its type. */
  private static <T> RuntimeBeanDefinition<T> first(T singleton) {
    return RuntimeBeanDefinition.builder(singleton)
        .singleton(true)
        .qualifier(PrimaryQualifier.instance())
        .build();
  }
}
