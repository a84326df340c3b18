package com.avonsolutions.local.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.ArtifactSize;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the artifacts of {@code sam build} in {@code .aws-sam/build}. */
@Tag("sam")
class SamBuildTest {

  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();

  /** Size limit of a zip. Larger artifacts start slower. */
  private static final int MAX_MEGABYTES = 9;

  /** Limits of larger functions: this one contains the search engine. */
  private static final Map<String, Integer> EXCEPTIONS = Map.of("FaqFunction", 14);

  static Stream<String> functions() {
    return TEMPLATE.functions().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void artifact_shouldContainHandlersOfItsOwnModuleOnly(String function) throws IOException {
    Map<String, List<String>> handlersByJar = new TreeMap<>();
    for (Path jar : files(function)) {
      List<String> handlers = handlersIn(jar);
      if (!handlers.isEmpty()) {
        handlersByJar.put(jar.getFileName().toString(), handlers);
      }
    }

    assertThat(handlersByJar).as("jars of %s with handlers", function).hasSize(1);
    assertThat(handlersByJar.values().iterator().next())
        .contains(TEMPLATE.function(function).handler());
  }

  @ParameterizedTest
  @MethodSource("functions")
  void artifact_shouldStayWithinItsBudget(String function) throws IOException {
    long bytes = ArtifactSize.zipped(artifact(function));
    int budget = EXCEPTIONS.getOrDefault(function, MAX_MEGABYTES);

    assertThat(bytes).as(function).isBetween(1L << 20, (long) budget << 20);
  }

  private static Path artifact(String function) {
    Path artifact = Project.root().resolve(".aws-sam/build").resolve(function);
    assertThat(artifact).as("run 'sam build' first").isDirectory();
    return artifact;
  }

  private static List<Path> files(String function) throws IOException {
    try (Stream<Path> files = Files.walk(artifact(function))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static List<String> handlersIn(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return TEMPLATE.functions().values().stream()
          .map(SamTemplate.Function::handler)
          .distinct()
          .filter(handler -> jar.getEntry(handler.replace('.', '/') + ".class") != null)
          .toList();
    }
  }
}
