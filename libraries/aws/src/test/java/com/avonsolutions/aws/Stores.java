package com.avonsolutions.aws;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** The stores as a function gets them: beans with the settings of the template. */
public final class Stores implements AutoCloseable {
  /** Three in the afternoon in India. */
  public static final Instant START = Instant.parse("2026-03-10T09:30:00Z");

  private final MutableClock clock = new MutableClock();
  private final ApplicationContext context;

  private Stores(Map<String, String> environment) {
    clock.set(START);
    Map<String, Object> variables = new HashMap<>(environment);
    this.context =
        ApplicationContext.builder()
            .environmentPropertySource(false)
            .deduceEnvironment(false)
            .banner(false)
            .propertySources(
                PropertySource.of(
                    "environment",
                    variables,
                    PropertyConvention.ENVIRONMENT_VARIABLE,
                    PropertySource.Origin.of("environment")))
            .singletons(clock)
            .start();
  }

  /** The stores that the template grants to this function. */
  public static Stores of(SiteDatabase database, String function) {
    return new Stores(database.environmentOf(function));
  }

  /** The same with other values for some of the template's parameters. */
  public static Stores of(SiteDatabase database, String function, Map<String, String> parameters) {
    return new Stores(database.environmentOf(function, parameters));
  }

  /** The same at another endpoint, such as that of a proxy. */
  public static Stores of(SiteDatabase database, String function, URI endpoint) {
    return of(database, function, Map.of("DynamoDbEndpoint", endpoint.toString()));
  }

  /** The same with a client whose attempts end soon, for stores that never reply. */
  public static Stores impatient(SiteDatabase database, String function, URI endpoint) {
    Map<String, String> environment =
        new HashMap<>(
            database.environmentOf(function, Map.of("DynamoDbEndpoint", endpoint.toString())));
    environment.put("DYNAMODB_ATTEMPT_TIMEOUT_MS", "200");
    return new Stores(environment);
  }

  /** The same with queues. */
  public static Stores of(SiteDatabase database, String function, URI endpoint, EmbeddedSqs sqs) {
    return new Stores(
        sqs.withQueueUrls(
            database.environmentOf(function, Map.of("DynamoDbEndpoint", endpoint.toString()))));
  }

  public MutableClock clock() {
    return clock;
  }

  public boolean has(Class<?> type) {
    return context.containsBean(type);
  }

  public <T> T get(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
  }
}
