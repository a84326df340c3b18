package com.avonsolutions.web;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.function.aws.MicronautRequestStreamHandler;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
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
    return FunctionContext.builder()
        .environmentPropertySource(false)
        .enableDefaultPropertySources(false)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .banner(false)
        .propertySources(
            PropertySource.of(
                "environment",
                settings(environment),
                PropertyConvention.JAVA_PROPERTIES,
                PropertySource.Origin.of("environment")))
        .beanDefinitions(
            Arrays.stream(singletons)
                .map(FunctionHandler::first)
                .toArray(RuntimeBeanDefinition[]::new))
        .build();
  }

  /**
   * {@code LEADS_TABLE} is the setting {@code leads.table}. Micronaut's own convention for
   * variables would try every mixture of dots and hyphens, 32 for one name of Lambda's.
   */
  private static Map<String, Object> settings(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    return settings;
  }

  /** A singleton that is taken where there is another bean of its type. */
  private static <T> RuntimeBeanDefinition<T> first(T singleton) {
    return RuntimeBeanDefinition.builder(singleton)
        .singleton(true)
        .qualifier(PrimaryQualifier.instance())
        .build();
  }
}
