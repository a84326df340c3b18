package com.avonsolutions.local;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.local.modules.ClassPaths;
import com.avonsolutions.local.modules.FunctionModules;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.UserError;
import java.lang.reflect.InvocationTargetException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A function's own class path. It shares only the JDK and Lambda's interfaces with the server. */
public final class FunctionClassLoader extends URLClassLoader {

  /** Handlers accept singletons of a test as further arguments. */
  private static final Object[] NO_SINGLETONS = {};

  static {
    registerAsParallelCapable();
  }

  private final SamTemplate.Function function;

  FunctionClassLoader(SamTemplate.Function function, List<Path> classPath) {
    super(function.logicalId(), ClassPaths.urls(classPath), new SharedClasses());
    this.function = function;
  }

  /** The function that a thread works for. */
  static Optional<String> functionOf(Thread thread) {
    return thread.getContextClassLoader() instanceof FunctionClassLoader classes
        ? Optional.of(classes.function.logicalId())
        : Optional.empty();
  }

  /** Uses the class path that the build of the function's module wrote. */
  public static FunctionClassLoader of(Path root, SamTemplate.Function function) {
    return new FunctionClassLoader(
        function, new FunctionModules(root).classPathOf(function.logicalId(), function.handler()));
  }

  /**
   * Makes a handler, as a cold start does. Close it after use if it is an {@link AutoCloseable}.
   *
   * @param environment the function's environment variables, instead of the process's
   */
  public RequestStreamHandler handler(Map<String, String> environment) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return (RequestStreamHandler)
          create(Class.forName(function.handler(), true, this), environment);
    } catch (NoSuchMethodException | ClassCastException e) {
      throw new UserError(
          function.handler()
              + " must be a RequestStreamHandler with a public constructor (Map<String, String>)"
              + " or (Map<String, String>, Object...).",
          e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("Cannot start " + function.logicalId(), e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot start " + function.logicalId(), e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static Object create(Class<?> handler, Map<String, String> environment)
      throws ReflectiveOperationException {
    try {
      return handler
          .getConstructor(Map.class, Object[].class)
          .newInstance(environment, NO_SINGLETONS);
    } catch (NoSuchMethodException e) {
      return handler.getConstructor(Map.class).newInstance(environment);
    }
  }

  private static final class SharedClasses extends ClassLoader {

    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";

    static {
      registerAsParallelCapable();
    }

    SharedClasses() {
      super(getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(LAMBDA)) {
        return Class.forName(name, false, FunctionClassLoader.class.getClassLoader());
      }
      throw new ClassNotFoundException(name);
    }
  }
}
