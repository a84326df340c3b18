package com.avonsolutions.local;

import com.avonsolutions.staff.UserError;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The built modules under {@code functions/}, each with the class path that its build wrote. */
record FunctionModules(Path root) {

  /** The class path of the module that contains a handler: its classes, then its libraries. */
  List<URL> classPathOf(String functionId, String handler) {
    String classFile = "target/classes/" + handler.replace('.', '/') + ".class";
    try (Stream<Path> modules = Files.list(root.resolve("functions"))) {
      Path module =
          modules
              .filter(folder -> Files.exists(folder.resolve(classFile)))
              .findFirst()
              .orElseThrow(
                  () ->
                      new UserError(
                          "The handler of %s, %s, is in no module under functions/: correct it in"
                                  .formatted(functionId, handler)
                              + " template.yaml or write the class, then run 'mvn compile'."));
      return classPath(module);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<URL> classPath(Path module) throws IOException {
    Path list = module.resolve("target/runtime-classpath.txt");
    if (Files.notExists(list)) {
      throw new UserError(
          list
              + " is missing: run 'mvn compile'. If it stays missing, declare"
              + " maven-dependency-plugin in the module's pom.xml.");
    }
    List<URL> urls = new ArrayList<>();
    urls.add(url(module.resolve("target/classes")));
    for (String entry : Files.readString(list).trim().split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        urls.add(url(Path.of(entry)));
      }
    }
    return List.copyOf(urls);
  }

  private static URL url(Path path) throws MalformedURLException {
    return path.toUri().toURL();
  }
}
