package com.avonsolutions.web;

import io.micronaut.context.ApplicationContextConfiguration;
import io.micronaut.context.DefaultApplicationContext;
import io.micronaut.context.event.ApplicationEventPublisher;
import io.micronaut.core.io.service.MicronautMetaServiceLoaderUtils;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * This project's beans and none of the framework's own, of which a function would load and start a
 * hundred and fifty, for servers, schedules, codecs, and needs none. What that spares is in
 * docs/performance.md.
 */
@SuppressWarnings("overrides") // Of methods with varargs, by Micronaut itself.
final class FunctionContext extends DefaultApplicationContext {
  private static final String OURS = "com.avonsolutions.";

  FunctionContext(ApplicationContextConfiguration configuration) {
    super(configuration);
  }

  @Override
  @SuppressWarnings("rawtypes") // As it is declared.
  protected List<BeanDefinitionReference> resolveBeanDefinitionReferences() {
    List<BeanDefinitionReference> references = new ArrayList<>();
    try {
      ClassLoader loader = getClassLoader();
      for (String name :
          MicronautMetaServiceLoaderUtils.findMicronautMetaServiceEntries(
              loader, BeanDefinitionReference.class.getName())) {
        if (name.startsWith(OURS)) {
          references.add(
              Class.forName(name, true, loader)
                  .asSubclass(BeanDefinitionReference.class)
                  .getConstructor()
                  .newInstance());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A bean that the build wrote cannot be loaded", e);
    }
    return references;
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
