package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Function;
import com.avonsolutions.sandbox.template.SamTemplate.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * template.yaml fits the code: handlers, routes, settings, events. The rules for its resources are
 * in {@code tools/rules/template-rules}.
 */
class TemplateTest {
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();
  private static final Path ROOT = Project.root();

  /** The libraries whose beans read settings. */
  private static final List<String> LIBRARIES = List.of("web", "domain", "aws");

  /** {@code ${name}} or {@code ${name:default}} in an annotation. */
  private static final Pattern VALUE = Pattern.compile("\"\\$\\{([a-z.]+)(:[^}]*)?}\"");

  private static final Pattern REQUIRES = Pattern.compile("property = \"([a-z.]+)\"");

  static Stream<Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_shouldBeAClassOfItsModule(Function function) {
    assertThat(function.handler()).doesNotContain("::").endsWith("Handler");
    assertThat(handler(function)).isRegularFile();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void handler_shouldAnswerEveryRouteOfItsFunction(Function function) {
    String code = read(handler(function));
    for (Route route : function.routes()) {
      if (!route.key().equals("$default")) {
        assertThat(code).contains('"' + route.key().replaceFirst("^HEAD ", "GET ") + '"');
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void cases_shouldLeadToRoutesOfTheTemplate(Function function) {
    Set<String> keys =
        function.routes().stream().map(Route::key).collect(Collectors.toCollection(HashSet::new));
    for (MatchResult found :
        Pattern.compile("\"((?:GET|POST|OPTIONS|PUT|DELETE) /[^\"]*)\"(?=[^;]*->)")
            .matcher(read(handler(function)))
            .results()
            .toList()) {
      assertThat(keys).contains(found.group(1));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void variables_shouldAllBeRead(Function function) {
    Set<String> read = new TreeSet<>();
    read.add("JAVA_TOOL_OPTIONS"); // By the JVM.
    for (Path source : reachable(handler(function), module(function), new LinkedHashSet<>())) {
      properties(source, 1).forEach(property -> read.add(property.variable()));
    }
    for (String library : LIBRARIES) {
      properties(library).forEach(property -> read.add(property.variable()));
    }
    assertThat(read).containsAll(environment(function).keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void properties_shouldBeGivenOrHaveADefault(Function function) {
    assertThat(properties(function))
        .allSatisfy(
            property -> {
              if (!property.hasDefault()) {
                assertThat(environment(function)).containsKey(property.variable());
              }
            });
  }

  @Test
  void properties_shouldBeGivenToSomeFunctionOrHaveADefault_whenLibrariesReadThem() {
    Set<String> given = new HashSet<>();
    for (Function function : TEMPLATE.functions().values()) {
      given.addAll(environment(function).keySet());
    }
    for (String library : LIBRARIES) {
      List<Property> properties = properties(library);
      assertThat(properties).isNotEmpty();
      for (Property property : properties) {
        if (!property.hasDefault()) {
          assertThat(given).contains(property.variable());
        }
      }
    }
  }

  @Test
  void sources_shouldAllBeOff_whenNothingIsSaid() {
    assertThat(TEMPLATE.deployedWith(Map.of()).routes())
        .extracting(Route::key)
        .noneMatch(key -> key.contains("/hooks/"));
    assertThat(TEMPLATE.routes()).extracting(Route::key).contains("POST /hooks/google-ads");
  }

  @Test
  void samSettings_shouldSwitchOnWhatTheLocalServerDoes() {
    String settings = read(ROOT.resolve("samconfig.toml"));
    SampleSources.parameters()
        .forEach(
            (name, value) ->
                assertThat(settings.split('"' + name + '=' + value + '"', -1)).hasSize(3));
    assertThat(EventFixtures.parameters()).containsAllEntriesOf(SampleSources.parameters());
  }

  @Test
  void events_shouldHaveAFolderForEveryFunctionAndNoOther() throws IOException {
    Set<String> folders;
    try (Stream<Path> files = Files.list(ROOT.resolve("events"))) {
      folders =
          files
              .filter(Files::isDirectory)
              .map(folder -> folder.getFileName().toString())
              .collect(Collectors.toSet());
    }
    assertThat(folders)
        .isEqualTo(
            functions()
                .map(function -> EventFixtures.folder(function.logicalId()))
                .collect(Collectors.toSet()));
  }

  /** A setting that code reads. */
  private record Property(String name, boolean hasDefault) {
    String variable() {
      return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
  }

  private static List<Property> properties(String library) {
    return properties(ROOT.resolve("libraries/" + library + "/src/main/java"), Integer.MAX_VALUE);
  }

  /** What the code of a function reads: its handler's package, and that of its module. */
  private static List<Property> properties(Function function) {
    Path own = handler(function).resolveSibling("");
    Path shared =
        ROOT.resolve(
            "functions/"
                + module(function)
                + "/src/main/java/com/avonsolutions/"
                + module(function));
    List<Property> properties = new ArrayList<>(properties(own, Integer.MAX_VALUE));
    properties.addAll(properties(shared, 1));
    return properties;
  }

  /** The sources of a module that a class imports, or has in its package, directly or not. */
  private static Set<Path> reachable(Path source, String module, Set<Path> found) {
    try (Stream<Path> files = Files.walk(source.resolveSibling(""))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        if (found.add(file)) {
          Pattern.compile("import (com\\.avonsolutions\\." + module + "\\.[\\w.]+);")
              .matcher(read(file))
              .results()
              .map(imported -> source(module, imported.group(1)))
              .filter(Files::exists)
              .forEach(imported -> reachable(imported, module, found));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }

  private static List<Property> properties(Path folder, int depth) {
    List<Property> properties = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder, depth)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = read(file);
        VALUE
            .matcher(code)
            .results()
            .forEach(found -> properties.add(new Property(found.group(1), found.group(2) != null)));
        REQUIRES
            .matcher(code)
            .results()
            .forEach(found -> properties.add(new Property(found.group(1), false)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static Map<String, String> environment(Function function) {
    return TEMPLATE.environment(function.logicalId(), Map.of());
  }

  /** The folder under functions/: the package below com.avonsolutions. */
  private static String module(Function function) {
    return function.handler().split("\\.", -1)[2];
  }

  private static Path handler(Function function) {
    return source(module(function), function.handler());
  }

  private static Path source(String module, String className) {
    return ROOT.resolve(
        "functions/" + module + "/src/main/java/" + className.replace('.', '/') + ".java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
