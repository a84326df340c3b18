package com.avonsolutions.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Function;
import com.avonsolutions.sandbox.template.TemplateNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.TestAbortedException;

/** What {@code image/template} makes of template.yaml. Needs Python, as SAM CLI does. */
class ImageTemplateTest {
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();

  private static final Pattern ZIP_ONLY =
      Pattern.compile(
          "^(( +#.*\\n)* +JAVA_TOOL_OPTIONS"
              + "| *(Runtime|CodeUri|SnapStart|ApplyOn|BuildMethod|Handler)):.*\\n",
          Pattern.MULTILINE);

  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

  @TempDir private static Path folder;

  static Stream<Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  @BeforeAll
  static void make() throws IOException, InterruptedException {
    if (!"true".equals(System.getenv("CI")) && !pythonIsThere()) {
      String skipped = "SKIPPED the template of container images, no python3 found: install it";
      System.out.println(skipped);
      throw new TestAbortedException(skipped);
    }
    Path script = Project.root().resolve("image/template");
    Process made =
        new ProcessBuilder("python3", script.toString(), folder.toString(), "base:tag")
            .redirectErrorStream(true)
            .start();
    String said = new String(made.getInputStream().readAllBytes(), UTF_8);

    assertThat(made.waitFor()).as(said).isZero();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void function_shouldBeAnImageThatRunsItsHandler(Function function) {
    TemplateNode resource = made().required("Resources").required(function.logicalId());
    TemplateNode properties = resource.required("Properties");
    TemplateNode metadata = resource.required("Metadata");

    assertThat(properties.required("PackageType").text()).isEqualTo("Image");
    assertThat(properties.required("ImageConfig").required("Command").items())
        .extracting(TemplateNode::text)
        .containsExactly(function.handler());
    assertThat(properties.entries())
        .doesNotContainKeys("Handler", "Runtime", "CodeUri", "SnapStart", "Layers");
    assertThat(metadata.entries()).doesNotContainKey("BuildMethod");
    assertThat(metadata.required("DockerBuildArgs").required("HANDLER").text())
        .isEqualTo(function.handler());
    assertThat(metadata.required("DockerBuildArgs").required("BASE").text()).isEqualTo("base:tag");
    assertThat(folder.resolve(metadata.required("DockerContext").text()))
        .isDirectoryContaining("glob:**/" + metadata.required("Dockerfile").text())
        .isDirectoryContaining("glob:**/bootstrap");
  }

  @ParameterizedTest
  @MethodSource("functions")
  void training_shouldHaveTheVariablesOfTheFunction(Function function) throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String line :
        Files.readAllLines(folder.resolve(function.logicalId()).resolve("training.env"))) {
      assertThat(line).matches(EXPORT);
      variables.put(
          EXPORT.matcher(line).replaceFirst("$1"), EXPORT.matcher(line).replaceFirst("$2"));
    }

    Map<String, String> expected =
        new HashMap<>(TEMPLATE.environment(function.logicalId(), Map.of()));
    expected.remove("JAVA_TOOL_OPTIONS");
    assertThat(variables).isEqualTo(expected);
  }

  @Test
  void template_shouldSayAllThatIsNotOfAZip() throws IOException {
    List<String> kept =
        ZIP_ONLY.matcher(Files.readString(TEMPLATE.file())).replaceAll("").lines().toList();

    assertThat(Files.readAllLines(folder.resolve("template.yaml"))).containsSubsequence(kept);
    assertThat(made().required("Globals").required("Function").entries())
        .doesNotContainKeys("Runtime", "CodeUri", "SnapStart");
    assertThat(folder.resolve("template.yaml")).content().doesNotContain("JAVA_TOOL_OPTIONS");
  }

  private static TemplateNode made() {
    return TemplateNode.read(folder.resolve("template.yaml"));
  }

  private static boolean pythonIsThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .anyMatch(directory -> Files.isExecutable(Path.of(directory, "python3")));
  }
}
