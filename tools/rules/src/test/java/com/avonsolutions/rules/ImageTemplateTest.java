package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.template.ImageTemplate;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.SamTemplate.Function;
import com.avonsolutions.sandbox.template.TemplateNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The template of the container images has all that template.yaml has, and fits its functions. */
class ImageTemplateTest {
  private static final SamTemplate TEMPLATE = SamTemplate.ofProject();

  private static final Pattern ZIP_ONLY =
      Pattern.compile(
          "/Globals/Function/(Runtime|CodeUri|SnapStart/.*)"
              + "|/Resources/\\w+/(Metadata/BuildMethod|Properties/Handler)"
              + "|.*/JAVA_TOOL_OPTIONS");

  private static final Pattern IMAGE_ONLY =
      Pattern.compile(
          "/Resources/\\w+/(Metadata/Docker.*|Properties/(PackageType|ImageConfig/.*))");

  private static final Pattern EXPORT = Pattern.compile("export (\\w+)='(.*)'");

  @TempDir private static Path folder;

  static Stream<Function> functions() {
    return TEMPLATE.functions().values().stream();
  }

  @BeforeAll
  static void make() throws IOException {
    ImageTemplate.write(folder, Optional.of("base:tag"));
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
  void template_shouldHaveAllThatIsNotOnlyForZips() {
    Map<String, String> expected = values(TemplateNode.read(TEMPLATE.file()));
    expected.keySet().removeIf(path -> ZIP_ONLY.matcher(path).matches());
    Map<String, String> made = values(made());
    made.keySet().removeIf(path -> IMAGE_ONLY.matcher(path).matches());

    assertThat(made).isNotEmpty().isEqualTo(expected);
  }

  /** Every text of the document by its path, with the tag of a CloudFormation function. */
  private static Map<String, String> values(TemplateNode document) {
    Map<String, String> values = new TreeMap<>();
    collect("", document.node(), values);
    return values;
  }

  private static void collect(String path, Node node, Map<String, String> values) {
    if (node instanceof MappingNode mapping) {
      mapping
          .getValue()
          .forEach(
              tuple ->
                  collect(
                      path + '/' + ((ScalarNode) tuple.getKeyNode()).getValue(),
                      tuple.getValueNode(),
                      values));
    } else if (node instanceof SequenceNode sequence) {
      for (int i = 0; i < sequence.getValue().size(); i++) {
        collect(path + '/' + node.getTag() + i, sequence.getValue().get(i), values);
      }
    } else {
      values.put(path, node.getTag() + " " + ((ScalarNode) node).getValue());
    }
  }

  private static TemplateNode made() {
    return TemplateNode.read(folder.resolve("template.yaml"));
  }
}
