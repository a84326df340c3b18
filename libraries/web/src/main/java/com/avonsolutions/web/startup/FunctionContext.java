package com.avonsolutions.web.startup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import io.micronaut.context.env.PropertyExpressionResolver;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.inject.qualifiers.PrimaryQualifier;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A context with this project's beans alone. Micronaut would load and start about 150 beans of its
 * own for servers, schedules and codecs, and a function needs none of them.
 */
@SuppressWarnings("overrides") // Of methods with varargs, by Micronaut itself.
public final class FunctionContext extends DefaultApplicationContext {
  private static final String OURS = "com.avonsolutions.";

  static {
    // Micronaut would search the whole class path for each of these. Settings are texts and need no
    // converters of times or HTTP types; customizers and expressions are not used.
    StaticServiceLoader<?> none = name -> Stream.empty();
    StaticOptimizations.set(
        new SoftServiceLoader.Optimizations(
            Map.of(
                TypeConverterRegistrar.class.getName(), none,
                ApplicationContextConfigurer.class.getName(), none,
                PropertyExpressionResolver.class.getName(), none)));
  }

  private FunctionContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  /**
   * Builds the context of a function.
   *
   * @param environment the function's environment variables
   * @param singletons replace the beans of their type, e.g. a fixed clock
   */
  public static ApplicationContext of(Map<String, String> environment, Object... singletons) {
    LambdaApplicationContextBuilder builder =
        new LambdaApplicationContextBuilder() {
          @Override
          protected ApplicationContext newApplicationContext() {
            return new FunctionContext(this);
          }
        };
    return builder
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
                .map(FunctionContext::primary)
                .toArray(RuntimeBeanDefinition[]::new))
        .build();
  }

  /**
   * {@code LEADS_TABLE} is the setting {@code leads.table}. Micronaut's own convention for
   * variables would try every mixture of dots and hyphens: 32 for one of Lambda's names.
   */
  private static Map<String, Object> settings(Map<String, String> environment) {
    Map<String, Object> settings = new HashMap<>();
    environment.forEach(
        (name, value) -> settings.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value));
    return settings;
  }

  private static <T> RuntimeBeanDefinition<T> primary(T singleton) {
    return RuntimeBeanDefinition.builder(singleton)
        .singleton(true)
        .qualifier(PrimaryQualifier.instance())
        .build();
  }

  @Override
  @SuppressWarnings("rawtypes") // As it is declared.
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> references = new ArrayList<>();
    try {
      ClassLoader loader = getClassLoader();
      for (String name : beanNames(loader)) {
        references.add(
            Class.forName(name, true, loader)
                .asSubclass(BeanDefinitionReference.class)
                .getConstructor()
                .newInstance());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A bean that the build listed cannot be loaded", e);
    }
    return references;
  }

  /** The list that the build wrote for a deployed function; elsewhere Micronaut's own search. */
  private static List<String> beanNames(ClassLoader loader) throws IOException {
    String beans = BeanDefinitionReference.class.getName();
    try (InputStream list = loader.getResourceAsStream("META-INF/services/" + beans)) {
      if (list != null) {
        return new String(list.readAllBytes(), UTF_8).lines().toList();
      }
    }
    return MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(loader, beans).stream()
        .filter(name -> name.startsWith(OURS))
        .toList();
  }

  /** Micronaut publishes starts, ends and invocations, and nothing here listens. */
  @Override
  public <E> ApplicationEventPublisher<E> getEventPublisher(Class<E> eventType) {
    return ApplicationEventPublisher.noOp();
  }

  @Override
  public void publishEvent(Object event) {
    // Nothing listens.
  }

  @Override
  protected Iterable<BeanConfiguration> resolveBeanConfigurations() {
    return List.of();
  }
}
