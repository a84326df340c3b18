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
  private static final List<String> LIBRARIES =
      List.of("web", "domain", "aws", "deliveries", "mail");

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
    beans(function).forEach(bean -> bean.settings().forEach(s -> read.add(s.variable())));
    for (String library : LIBRARIES) {
      beans(library).forEach(bean -> bean.settings().forEach(s -> read.add(s.variable())));
    }
    assertThat(read).containsAll(environment(function).keySet());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void settings_shouldBeGivenOrHaveADefault(Function function) {
    for (Bean bean : beans(function)) {
      for (Setting setting : bean.settings()) {
        if (!setting.hasDefault()) {
          assertThat(environment(function)).containsKey(setting.variable());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void beansOfTheHandlersPackage_shouldBeThere(Function function) {
    Path own = handler(function).resolveSibling("");
    List<Bean> conditional =
        beans(own).stream().filter(bean -> !bean.required().isEmpty()).toList();
    if (!conditional.isEmpty()) {
      assertThat(conditional)
          .anyMatch(bean -> environment(function).keySet().containsAll(bean.required()));
    }
  }

  @Test
  void settings_shouldBeGivenToSomeFunctionOrHaveADefault_whenLibrariesReadThem() {
    Set<String> given = new HashSet<>();
    for (Function function : TEMPLATE.functions().values()) {
      given.addAll(environment(function).keySet());
    }
    for (String library : LIBRARIES) {
      List<Bean> beans = beans(library);
      assertThat(beans).isNotEmpty();
      for (Bean bean : beans) {
        for (Setting setting : bean.settings()) {
          if (!setting.hasDefault()) {
            assertThat(given).contains(setting.variable());
          }
        }
      }
    }
  }

  @Test
  void sources_shouldAllBeOff_byDefault() {
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

  /** A setting that the code reads from an environment variable. */
  private record Setting(String name, boolean hasDefault) {
    String variable() {
      return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
  }

  /** A class that reads settings; a bean only where all required variables are given. */
  private record Bean(Path file, List<Setting> settings, Set<String> required) {}

  private static List<Bean> beans(String library) {
    return beans(ROOT.resolve("libraries/" + library + "/src/main/java"));
  }

  /**
   * The beans that a function has: of its module, those whose required settings it is given, and of
   * its handler's package and the module's own, also those that require none.
   */
  private static List<Bean> beans(Function function) {
    Path own = handler(function).resolveSibling("");
    Path sources = ROOT.resolve("functions/" + module(function) + "/src/main/java");
    Path shared = sources.resolve("com/avonsolutions/" + module(function));
    return beans(sources).stream()
        .filter(
            bean ->
                bean.required().isEmpty()
                    ? bean.file().startsWith(own) || bean.file().resolveSibling("").equals(shared)
                    : environment(function).keySet().containsAll(bean.required()))
        .toList();
  }

  private static List<Bean> beans(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .map(TemplateTest::bean)
          .filter(bean -> !bean.settings().isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Bean bean(Path file) {
    String code = read(file);
    List<Setting> required =
        REQUIRES.matcher(code).results().map(found -> new Setting(found.group(1), false)).toList();
    List<Setting> settings = new ArrayList<>(required);
    VALUE
        .matcher(code)
        .results()
        .forEach(found -> settings.add(new Setting(found.group(1), found.group(2) != null)));
    return new Bean(
        file, settings, required.stream().map(Setting::variable).collect(Collectors.toSet()));
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
