package com.avonsolutions.local.watch;

import com.avonsolutions.local.modules.ClassCopies;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks for changed sources several times a second, and applies them. */
public final class Watch implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(200);

  /** What the running server cannot change in itself, and what Maven alone builds. */
  private static final List<String> NEED_A_RESTART =
      List.of(
          "template.yaml",
          "pom.xml",
          "local/src/main",
          "staff/src/main",
          "tools/sandbox/src/main",
          "tools/build/src/main");

  private static final int MAX_NAMES = 3;

  /** Kinds of sources that the compiler reads. */
  private static final List<String> COMPILED = List.of("java", "jte");

  /** Loaded into tables at start. */
  private static final String FAQS = "faqs";

  private static final String NOTICES = "notices";

  private final Path root;
  private final ModuleGraph graph;
  private final ModuleBuilder builder;
  private final Consumer<Map<String, List<Path>>> functions;
  private final Consumer<Optional<String>> failure;
  private final PrintStream out;
  private final List<Path> watched;
  private final Thread thread = new Thread(this::run, "watch");

  /** Changed and not applied yet: the last build may have failed. */
  private final Set<Module> compiled = new HashSet<>();

  private final Set<Module> resources = new HashSet<>();
  private SourceFiles seen;

  /**
   * Prepares for changes from now on.
   *
   * @param classPaths of the functions, as Maven wrote them
   * @param functions starts functions anew with other class paths
   * @param failure shows why a change could not be applied, or that all were
   */
  public Watch(
      Path root,
      ClassCopies copies,
      Map<String, List<Path>> classPaths,
      Consumer<Map<String, List<Path>>> functions,
      Consumer<Optional<String>> failure,
      PrintStream out)
      throws IOException {
    this.root = root;
    this.graph = ModuleGraph.of(root);
    this.builder = new ModuleBuilder(root, copies, classPaths);
    this.functions = functions;
    this.failure = failure;
    this.out = out;
    this.watched =
        Stream.of(
                NEED_A_RESTART.stream().map(root::resolve),
                graph.modules().stream().map(module -> module.folder().resolve("src/main")),
                graph.modules().stream().map(module -> module.folder().resolve("pom.xml")))
            .flatMap(paths -> paths)
            .toList();
    this.seen = SourceFiles.scan(watched);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    warmUp();
    try {
      while (true) {
        Thread.sleep(PAUSE.toMillis());
        SourceFiles now = settled();
        Set<Path> changed = now.changedSince(seen);
        seen = now;
        if (!changed.isEmpty()) {
          apply(changed);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      out.println("Changes are not watched any more, restart to apply them: " + e);
    }
  }

  /** Waits until nothing changes, because editors and Git write several files. */
  private SourceFiles settled() throws IOException, InterruptedException {
    SourceFiles now = SourceFiles.scan(watched);
    if (now.equals(seen)) {
      return now;
    }
    while (true) {
      Thread.sleep(PAUSE.toMillis() / 2);
      SourceFiles next = SourceFiles.scan(watched);
      if (next.equals(now)) {
        return next;
      }
      now = next;
    }
  }

  /** The first compilation takes seconds; better now than when somebody waits for it. */
  private void warmUp() {
    try {
      List<Module> modules = graph.modules();
      Module last = modules.get(modules.size() - 1);
      builder.build(List.of(last), Set.of(last));
    } catch (BuildException | RuntimeException e) {
      // A change will show the same.
    }
  }

  private void apply(Set<Path> changed) {
    Set<Path> restart = new TreeSet<>();
    for (Path file : changed) {
      Optional<Module> module =
          graph.modules().stream()
              .filter(candidate -> file.startsWith(candidate.folder().resolve("src/main")))
              .findFirst();
      if (module.isEmpty() || file.startsWith(module.get().sources(FAQS))) {
        restart.add(root.relativize(file));
      } else if (COMPILED.stream().anyMatch(k -> file.startsWith(module.get().sources(k)))) {
        compiled.add(module.get());
      } else if (file.startsWith(module.get().sources(NOTICES))) {
        // The page of the notice is another module's.
        resources.addAll(graph.withDependents(Set.of(module.get())));
      } else {
        resources.add(module.get());
      }
    }
    if (!restart.isEmpty()) {
      out.println("Changed: " + joined(restart) + ". Restart to apply.");
    }
    if (!compiled.isEmpty() || !resources.isEmpty()) {
      build();
    }
  }

  private void build() {
    long start = System.nanoTime();
    List<Module> toCompile = graph.withDependents(compiled);
    Set<Module> concerned = new LinkedHashSet<>(toCompile);
    concerned.addAll(resources);
    List<Module> modules = graph.modules().stream().filter(concerned::contains).toList();
    try {
      Map<Module, Path> output = builder.build(modules, new HashSet<>(toCompile));
      Map<String, List<Path>> classPaths = builder.classPathsWith(modules, output);
      functions.accept(classPaths);
      builder.keep(output);
      compiled.clear();
      resources.clear();
      failure.accept(Optional.empty());
      out.printf(
          Locale.ROOT,
          "Applied %s to %s in %.1f s%n",
          modules.stream().map(Module::name).collect(Collectors.joining(", ")),
          classPaths.size() <= MAX_NAMES
              ? joined(new TreeSet<>(classPaths.keySet()))
              : classPaths.size() + " functions",
          Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
    } catch (BuildException e) {
      fail(String.valueOf(e.getMessage()));
    } catch (RuntimeException | LinkageError e) {
      fail("Does not start: " + reason(e));
    }
  }

  private void fail(String message) {
    failure.accept(Optional.of(message));
    out.println(message);
    out.println("The site runs with the last classes that could be built.");
  }

  private static String reason(Throwable e) {
    return Stream.iterate(e, cause -> cause != null, Throwable::getCause)
        .map(Throwable::toString)
        .collect(Collectors.joining("\n  because of "));
  }

  private static String joined(Set<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
