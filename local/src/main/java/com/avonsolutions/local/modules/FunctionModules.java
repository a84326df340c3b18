package com.avonsolutions.local.modules;

import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.UserError;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The built modules under {@code functions/}, each with the class path that its build wrote. */
public record FunctionModules(Path root) {

  /** The class path of each function of a template. */
  public Map<String, List<Path>> classPaths(SamTemplate template) {
    Map<String, List<Path>> classPaths = new LinkedHashMap<>();
    template
        .functions()
        .forEach((id, function) -> classPaths.put(id, classPathOf(id, function.handler())));
    return classPaths;
  }

  /** The class path of the module that contains a handler: its classes, then its libraries. */
  public List<Path> classPathOf(String functionId, String handler) {
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

  private static List<Path> classPath(Path module) throws IOException {
    Path list = module.resolve("target/runtime-classpath.txt");
    if (Files.notExists(list)) {
      throw new UserError(
          list
              + " is missing: run 'mvn compile'. If it stays missing, declare"
              + " maven-dependency-plugin in the module's pom.xml.");
    }
    List<Path> classPath = new ArrayList<>();
    classPath.add(module.resolve("target/classes"));
    for (String entry : Files.readString(list).trim().split(File.pathSeparator, -1)) {
      if (!entry.isEmpty()) {
        classPath.add(existing(Path.of(entry)));
      }
    }
    return List.copyOf(classPath);
  }

  private static Path existing(Path entry) {
    if (Files.notExists(entry)) {
      throw new UserError(entry + " is missing: run 'mvn compile'.");
    }
    return entry;
  }
}
