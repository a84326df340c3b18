package com.avonsolutions.sandbox.engine;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * JUnit extension: the template's tables, empty before every test, in one DynamoDB Local for the
 * whole test run. Tests that use it must not run in parallel within one JVM.
 *
 * <p>Either a static field with {@code @RegisterExtension}, or {@code @ExtendWith} and a parameter
 * of this type.
 */
public final class SiteDatabase
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private final SamTemplate template = SamTemplate.ofProject();
  private @Nullable EmbeddedDynamoDb engine;

  /** The endpoint for the SDK client of the code under test. */
  public URI endpoint() {
    return engine().endpoint();
  }

  /** A client for test set-up and checks. */
  public DynamoDbClient client() {
    return engine().client();
  }

  /** The function's environment from the template, with this database's endpoint. */
  public Map<String, String> environmentOf(String functionId) {
    return environmentOf(functionId, Map.of());
  }

  /** The same with other values of some template parameters, by parameter name. */
  public Map<String, String> environmentOf(String functionId, Map<String, String> parameters) {
    Map<String, String> overrides = new HashMap<>(parameters);
    overrides.putIfAbsent("DynamoDbEndpoint", endpoint().toString());
    // Tests of counters must not depend on the speed of the machine.
    overrides.putIfAbsent("CountersPatienceMillis", "30000");
    Map<String, String> environment = new HashMap<>(engine().environment());
    environment.putAll(template.environment(functionId, overrides));
    // 300 rounds of Priming are for the compiler alone.
    environment.put("PRIMING_ROUNDS", "3");
    return Map.copyOf(environment);
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    prepare(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    prepare(context);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SiteDatabase.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return this;
  }

  private void prepare(ExtensionContext context) {
    // The root store shares it among all test classes and closes it after the last.
    engine =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SiteDatabase.class))
            .getOrComputeIfAbsent(
                EmbeddedDynamoDb.class, key -> EmbeddedDynamoDb.inMemory(), EmbeddedDynamoDb.class);
    Tables tables =
        new Tables(
            engine.client(),
            template.tables().values().stream().map(SamTemplate.Table::withoutTimeToLive).toList());
    Optional<Set<String>> written = engine.written();
    if (written.isPresent()) {
      tables.remake(written.get());
    } else {
      tables.empty();
    }
    engine.written();
  }

  private EmbeddedDynamoDb engine() {
    if (engine == null) {
      throw new IllegalStateException(
          "The database is not started: register SiteDatabase as a JUnit extension");
    }
    return engine;
  }
}
