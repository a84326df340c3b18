package com.avonsolutions.local.modules;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Class paths as lists of files. */
public final class ClassPaths {

  private ClassPaths() {}

  /** The class path that the server was loaded from: Maven's, its copies or the JVM's. */
  public static List<Path> ofTheServer() {
    List<Path> classPath = new ArrayList<>();
    if (ClassPaths.class.getClassLoader() instanceof URLClassLoader loader) {
      for (URL url : loader.getURLs()) {
        try {
          classPath.add(Path.of(url.toURI()));
        } catch (URISyntaxException e) {
          throw new IllegalStateException(e);
        }
      }
    } else {
      for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
        if (!entry.isEmpty()) {
          classPath.add(Path.of(entry));
        }
      }
    }
    return classPath;
  }

  /** A class path as class loaders take it. */
  public static URL[] urls(List<Path> classPath) {
    URL[] urls = new URL[classPath.size()];
    try {
      for (int i = 0; i < urls.length; i++) {
        urls[i] = classPath.get(i).toUri().toURL();
      }
    } catch (MalformedURLException e) {
      throw new IllegalStateException(e);
    }
    return urls;
  }
}
