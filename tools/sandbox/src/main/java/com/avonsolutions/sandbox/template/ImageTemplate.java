package com.avonsolutions.sandbox.template;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.template.SamTemplate.Function;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Makes the template of the container images from template.yaml: the same resources, with an image
 * instead of each zip. Beside it, each function has a folder with what its image is built from,
 * without the jar.
 */
public final class ImageTemplate {
  /** Flags of a zip's JVM. An image has those of its bootstrap. */
  private static final String JVM_FLAGS = "JAVA_TOOL_OPTIONS";

  private static final Yaml YAML = new Yaml();

  private ImageTemplate() {}

  /**
   * Run by {@code make image-template}.
   *
   * @param args the folder to write to, and a base image other than Lambda's
   */
  public static void main(String... args) throws IOException {
    write(Path.of(args[0]), args.length > 1 ? Optional.of(args[1]) : Optional.empty());
  }

  public static void write(Path target, Optional<String> baseImage) throws IOException {
    SamTemplate template = SamTemplate.ofProject();
    TemplateNode document = TemplateNode.read(template.file());
    TemplateNode shared = document.required("Globals").required("Function");
    remove(shared, Set.of("Runtime", "CodeUri", "SnapStart"));
    removeJvmFlags(shared);
    for (Function function : template.functions().values()) {
      TemplateNode resource = document.required("Resources").required(function.logicalId());
      put(resource, "Metadata", metadata(function, baseImage));
      TemplateNode properties = resource.required("Properties");
      remove(properties, Set.of("Handler"));
      put(properties, "PackageType", "Image");
      put(properties, "ImageConfig", Map.of("Command", List.of(function.handler())));
      removeJvmFlags(properties);
      writeContext(
          target.resolve(function.logicalId()),
          template.environment(function.logicalId(), Map.of()));
    }
    StringWriter yaml = new StringWriter();
    YAML.serialize(document.node(), yaml);
    Files.writeString(target.resolve("template.yaml"), yaml.toString());
  }

  private static Map<String, Object> metadata(Function function, Optional<String> baseImage) {
    Map<String, String> arguments = new LinkedHashMap<>();
    arguments.put("HANDLER", function.handler());
    baseImage.ifPresent(image -> arguments.put("BASE", image));
    return new TreeMap<>(
        Map.<String, Object>of(
            "Dockerfile",
            "Dockerfile",
            "DockerContext",
            "./" + function.logicalId(),
            "DockerTag",
            "image",
            "DockerBuildArgs",
            arguments));
  }

  /** The function's variables are those of the deployed one, with the parameters at default. */
  private static void writeContext(Path context, Map<String, String> variables) throws IOException {
    Files.createDirectories(context);
    for (String file : List.of("Dockerfile", "bootstrap")) {
      Files.copy(
          Project.root().resolve("image").resolve(file),
          context.resolve(file),
          COPY_ATTRIBUTES,
          REPLACE_EXISTING);
    }
    StringBuilder exports = new StringBuilder();
    variables.forEach(
        (name, value) -> {
          if (value.contains("'")) {
            throw new TemplateException(name + " has a quote, which a shell would read as its end");
          }
          if (!name.equals(JVM_FLAGS)) {
            exports.append("export ").append(name).append("='").append(value).append("'\n");
          }
        });
    Files.writeString(context.resolve("training.env"), exports.toString());
  }

  private static void removeJvmFlags(TemplateNode function) {
    function
        .find("Environment", "Variables")
        .ifPresent(variables -> remove(variables, Set.of(JVM_FLAGS)));
  }

  private static void remove(TemplateNode mapping, Set<String> keys) {
    tuples(mapping).removeIf(tuple -> keys.contains(key(tuple)));
  }

  private static void put(TemplateNode mapping, String key, Object value) {
    remove(mapping, Set.of(key));
    Node valueNode = YAML.represent(value);
    tuples(mapping).add(new NodeTuple(YAML.represent(key), valueNode));
  }

  private static List<NodeTuple> tuples(TemplateNode mapping) {
    return ((MappingNode) mapping.node()).getValue();
  }

  private static String key(NodeTuple tuple) {
    return ((ScalarNode) tuple.getKeyNode()).getValue();
  }
}
