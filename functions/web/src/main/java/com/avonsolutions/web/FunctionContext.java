package com.avonsolutions.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.ApplicationContextConfigurer;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.env.PropertyExpressionResolver;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.convert.TypeConverterRegistrar;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.core.io.service.SoftServiceLoader;
import io.micronaut.core.io.service.SoftServiceLoader.StaticServiceLoader;
import io.micronaut.core.optim.StaticOptimizations;
import io.micronaut.function.aws.LambdaApplicationContextBuilder;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * This project's beans and none of the framework's own, of which a function would load and start a
 * hundred and fifty, for servers, schedules, codecs, and needs none. What that spares is in
 * docs/performance.md.
 */
@SuppressWarnings("overrides") // Of methods with varargs, by Micronaut itself.
final class FunctionContext extends DefaultApplicationContext {
  private static final String OURS = "com.avonsolutions.";

  static {
    // Micronaut would search the whole class path for each of these: converters of times and of
    // HTTP's types, which no setting has, and customizers and expressions, which nobody wrote.
    StaticServiceLoader<?> none = name -> Stream.empty();
    StaticOptimizations.set(
        new SoftServiceLoader.Optimizations(
            Map.of(
                TypeConverterRegistrar.class.getName(), none,
                ApplicationContextConfigurer.class.getName(), none,
                PropertyExpressionResolver.class.getName(), none)));
  }

  FunctionContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  /** Builds such a context, with what Micronaut sets for Lambda. */
  static ApplicationContextBuilder builder() {
    return new LambdaApplicationContextBuilder() {
      @Override
      protected ApplicationContext newApplicationContext() {
        return new FunctionContext(this);
      }
    };
  }

  @Override
  @SuppressWarnings("rawtypes") // As it is declared.
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> references = new ArrayList<>();
    try {
      ClassLoader loader = getClassLoader();
      for (String name : names(loader)) {
        references.add(
            Class.forName(name, true, loader)
                .asSubclass(BeanDefinitionReference.class)
                .getConstructor()
                .newInstance());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A bean that the build wrote cannot be loaded", e);
    }
    return references;
  }

  /** As the build has listed them for a deployed function, or as Micronaut finds them elsewhere. */
  private static List<String> names(ClassLoader loader) throws IOException {
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

  /** Micronaut tells of starts, ends and invocations, and nobody listens. */
  @Override
  public <E> ApplicationEventPublisher<E> getEventPublisher(Class<E> eventType) {
    return ApplicationEventPublisher.noOp();
  }

  @Override
  public void publishEvent(Object event) {
    // As above.
  }

  @Override
  protected Iterable<BeanConfiguration> resolveBeanConfigurations() {
    return List.of();
  }
}
