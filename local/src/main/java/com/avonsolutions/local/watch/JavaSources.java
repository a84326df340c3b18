package com.avonsolutions.local.watch;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.modules.ClassPaths;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * Compiles in this JVM, where compiler and annotation processors stay warm. The settings are those
 * of the root pom that change the classes; its checks are left to Maven.
 */
record JavaSources(Path root, String module) {

  /** Apart from the server, which configures its own Micronaut when it first uses it. */
  private static final ClassLoader PROCESSORS =
      new URLClassLoader(
          "processors",
          ClassPaths.urls(ClassPaths.ofTheServer()),
          ClassLoader.getPlatformClassLoader());

  void compile(List<Path> folders, List<Path> classPath, Path target)
      throws IOException, BuildException {
    List<Path> files = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        try (Stream<Path> sources = Files.walk(folder)) {
          sources.filter(file -> file.toString().endsWith(".java")).forEach(files::add);
        }
      }
    }
    if (files.isEmpty()) {
      return;
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new BuildException("This Java has no compiler: start the server with a JDK.");
    }
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(found, Locale.ENGLISH, UTF_8)) {
      manager.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      manager.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(target));
      JavaCompiler.CompilationTask task =
          compiler.getTask(
              null,
              manager,
              found,
              List.of(
                  "-parameters",
                  "-g",
                  "-nowarn",
                  "-implicit:none",
                  "-Amicronaut.processing.group=com.avonsolutions",
                  "-Amicronaut.processing.module=" + module,
                  "-Amicronaut.processing.internal.warnings=false"),
              null,
              manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors());
      if (!task.call()) {
        throw new BuildException(
            found.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(this::readable)
                .collect(Collectors.joining("\n")));
      }
    }
  }

  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class, PROCESSORS).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /** File, line and message, and below it the line itself. */
  private String readable(Diagnostic<? extends JavaFileObject> diagnostic) {
    String message = diagnostic.getMessage(Locale.ENGLISH);
    JavaFileObject source = diagnostic.getSource();
    if (source == null) {
      return message;
    }
    Path file = Path.of(source.toUri());
    String place =
        (file.startsWith(root) ? root.relativize(file) : file) + ":" + diagnostic.getLineNumber();
    return place + ": " + message + line(file, diagnostic.getLineNumber());
  }

  private static String line(Path file, long number) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.skip(number - 1).findFirst().map(line -> "\n    " + line.strip()).orElse("");
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      return "";
    }
  }
}
