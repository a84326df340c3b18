package com.avonsolutions.local.watch;

import com.avonsolutions.build.BuildAssets;
import com.avonsolutions.build.BuildDocuments;
import com.avonsolutions.build.BuildWords;
import com.avonsolutions.build.GenerateTemplates;
import com.avonsolutions.build.Notice;
import com.avonsolutions.local.modules.ClassCopies;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Builds modules into a folder of their own; {@code target} stays Maven's. */
final class ModuleBuilder {

  private final Path root;
  private final ClassCopies copies;
  private final Map<String, List<Path>> classPaths;
  private final Map<Module, Path> built = new HashMap<>();
  private final List<Path> outdated = new ArrayList<>();
  private int builds;

  /**
   * Starts with the classes that run.
   *
   * @param classPaths of the functions, as Maven wrote them
   */
  ModuleBuilder(Path root, ClassCopies copies, Map<String, List<Path>> classPaths) {
    this.root = root;
    this.copies = copies;
    this.classPaths = classPaths;
  }

  /**
   * Builds modules in this order.
   *
   * @param compiled those that have to be compiled; the others have new resources only
   */
  Map<Module, Path> build(List<Module> modules, Set<Module> compiled) throws BuildException {
    Map<Module, Path> output = new HashMap<>(built);
    Path folder = copies.folder().resolve("build-" + ++builds);
    try {
      for (Module module : modules) {
        output.put(module, build(module, compiled.contains(module), folder, output));
      }
      return output;
    } catch (BuildException e) {
      ClassCopies.deleteAll(folder);
      throw e;
    } catch (IOException e) {
      throw new BuildException("Cannot build: " + e, e);
    }
  }

  /** Takes these outputs as those that run. The ones before stay for requests in flight. */
  void keep(Map<Module, Path> output) {
    outdated.forEach(ClassCopies::deleteAll);
    outdated.clear();
    output.forEach(
        (module, folder) -> {
          Path before = built.put(module, folder);
          if (before != null && !before.equals(folder)) {
            outdated.add(before);
          }
        });
  }

  /** The class paths of the functions that one of these modules concerns. */
  Map<String, List<Path>> classPathsWith(List<Module> modules, Map<Module, Path> output) {
    Map<String, List<Path>> concerned = new HashMap<>();
    classPaths.forEach(
        (function, classPath) -> {
          if (classPath.stream().anyMatch(e -> modules.stream().anyMatch(m -> m.built(e)))) {
            concerned.put(function, current(classPath, output));
          }
        });
    return concerned;
  }

  private Path build(Module module, boolean compile, Path folder, Map<Module, Path> output)
      throws IOException, BuildException {
    Path target = Files.createDirectories(folder.resolve(module.name()));
    Path before = built.get(module);
    if (before != null) {
      copy(before, target, compile);
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(copies.of(module.classes()))) {
        copy(jar.getPath("/"), target, compile);
      }
    }
    if (Files.isDirectory(module.sources("resources"))) {
      copy(module.sources("resources"), target, false);
    }
    if (Files.isDirectory(module.sources("content"))) {
      step(
          BuildDocuments::main,
          module.sources("content"),
          Notice.folder(root),
          target.resolve("routes.txt"),
          target.resolve("content"));
    }
    if (Files.isDirectory(module.sources("notices"))) {
      step(
          BuildWords::main,
          module.sources("notices"),
          target.resolve("com/avonsolutions/web/page/consent-words.txt"));
    }
    if (Files.isDirectory(module.sources("assets"))) {
      step(BuildAssets::main, module.sources("assets"), target.resolve("assets"));
    }
    if (compile) {
      new JavaSources(root, module.name())
          .compile(
              List.of(module.sources("java"), templates(module)),
              compileClassPath(module, output),
              target);
    }
    return target;
  }

  /** Without what the compiler and its annotation processors make, if they run again. */
  private static void copy(Path from, Path to, boolean withoutClasses) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path relative = from.relativize(file);
        boolean made = relative.startsWith("META-INF") || relative.toString().endsWith(".class");
        if (Files.isDirectory(file) || (withoutClasses && made)) {
          continue;
        }
        Path copy = to.resolve(relative.toString());
        Files.createDirectories(copy.resolveSibling(""));
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** The Java sources of the templates; unchanged ones keep their time. */
  private Path templates(Module module) throws BuildException {
    Path sources = module.sources("jte");
    Path generated = copies.folder().resolve("templates").resolve(module.name());
    if (Files.isDirectory(sources)) {
      step(
          GenerateTemplates::main,
          sources,
          generated,
          "com.avonsolutions." + module.name() + ".templates");
    }
    return generated;
  }

  /** A main method of {@code tools/build}. */
  private interface Step {
    void run(String[] arguments) throws Exception;
  }

  /** Runs a step as the module's pom does. */
  private static void step(Step step, Object... arguments) throws BuildException {
    try {
      step.run(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    } catch (Exception e) {
      throw new BuildException(Optional.ofNullable(e.getMessage()).orElse(e.toString()), e);
    }
  }

  /** A function has its own class path; a library, whatever functions have. */
  private List<Path> compileClassPath(Module module, Map<Module, Path> output) {
    List<List<Path>> own =
        classPaths.values().stream().filter(classPath -> module.built(classPath.get(0))).toList();
    Set<Path> entries = new LinkedHashSet<>();
    (own.isEmpty() ? classPaths.values() : own)
        .forEach(classPath -> entries.addAll(classPath.subList(1, classPath.size())));
    entries.removeIf(module::built);
    return current(new ArrayList<>(entries), output);
  }

  /** With the latest output of each module. */
  private List<Path> current(List<Path> classPath, Map<Module, Path> output) {
    return classPath.stream()
        .map(
            entry ->
                output.entrySet().stream()
                    .filter(module -> module.getKey().built(entry))
                    .findFirst()
                    .map(Map.Entry::getValue)
                    .orElseGet(() -> copies.of(entry)))
        .toList();
  }
}
