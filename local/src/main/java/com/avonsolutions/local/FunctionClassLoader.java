package com.avonsolutions.local;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;

/** A function's own class path; with the server it shares the JDK and Lambda's interfaces only. */
final class FunctionClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  FunctionClassLoader(String functionId, List<URL> classPath) {
    super(functionId, classPath.toArray(URL[]::new), new Shared());
  }

  private static final class Shared extends ClassLoader {

    private static final String LAMBDA = "com.amazonaws.services.lambda.runtime.";

    static {
      registerAsParallelCapable();
    }

    Shared() {
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
