package com.avonsolutions.sandbox.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A node of the template, with its line for error messages. The YAML is composed without
 * constructing objects from its tags.
 */
public record TemplateNode(Path file, Node node, String name) {

  /** The functions whose long form has no prefix Fn. */
  private static final Set<String> WITHOUT_PREFIX = Set.of("Ref", "Condition");

  /** A CloudFormation function in short or long form, {@code !Ref X} or {@code Ref: X}. */
  public record Intrinsic(String function, TemplateNode argument) {}

  public static TemplateNode read(Path file) {
    try (Reader reader = Files.newBufferedReader(file)) {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(reader);
      if (root == null) {
        throw new TemplateException(file + " is empty");
      }
      return new TemplateNode(file, root, "the template");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      String line = mark == null ? "" : ":" + (mark.getLine() + 1);
      throw new TemplateException(file + line + ": not valid YAML: " + e.getProblem(), e);
    } catch (NoSuchFileException e) {
      throw new TemplateException(file + " does not exist", e);
    } catch (IOException | YAMLException e) {
      throw new TemplateException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  TemplateException wrong(String what) {
    return new TemplateException(file + ":" + (node.getStartMark().getLine() + 1) + ": " + what);
  }

  public Map<String, TemplateNode> entries() {
    if (!(node instanceof MappingNode mapping) || intrinsic().isPresent()) {
      throw wrong(name + " must be a mapping of names to values, it is " + kind());
    }
    Map<String, TemplateNode> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      TemplateNode key = new TemplateNode(file, tuple.getKeyNode(), "a key of " + name);
      if (entries.put(key.text(), at(tuple.getValueNode(), key.text())) != null) {
        throw key.wrong(key.text() + " is declared twice in " + name);
      }
    }
    return Collections.unmodifiableMap(entries);
  }

  public Optional<TemplateNode> child(String key) {
    return Optional.ofNullable(entries().get(key));
  }

  /** The value at the end of a path of keys, or empty as soon as one is missing. */
  public Optional<TemplateNode> find(String... path) {
    Optional<TemplateNode> found = Optional.of(this);
    for (String key : path) {
      found = found.flatMap(parent -> parent.child(key));
    }
    return found;
  }

  public TemplateNode required(String key) {
    return child(key).orElseThrow(() -> wrong(name + " has no " + key));
  }

  public List<TemplateNode> items() {
    if (!(node instanceof SequenceNode sequence) || intrinsic().isPresent()) {
      throw wrong(name + " must be a list, it is " + kind());
    }
    return sequence.getValue().stream().map(item -> at(item, "an entry of " + name)).toList();
  }

  /** A list, or the single value that CloudFormation allows instead. */
  List<TemplateNode> oneOrMore() {
    return node instanceof SequenceNode ? items() : List.of(this);
  }

  public String text() {
    if (!(node instanceof ScalarNode scalar) || intrinsic().isPresent()) {
      throw wrong(name + " must be plain text, it is " + kind());
    }
    return scalar.getValue();
  }

  public Optional<Intrinsic> intrinsic() {
    String tag = node.getTag().getValue();
    if (tag.startsWith("!")) {
      return Optional.of(new Intrinsic(tag.substring(1), withoutTag()));
    }
    if (node instanceof MappingNode mapping
        && mapping.getValue().size() == 1
        && mapping.getValue().get(0).getKeyNode() instanceof ScalarNode key
        && (key.getValue().startsWith("Fn::") || WITHOUT_PREFIX.contains(key.getValue()))) {
      Node argument = mapping.getValue().get(0).getValueNode();
      return Optional.of(new Intrinsic(key.getValue().replace("Fn::", ""), at(argument, name)));
    }
    return Optional.empty();
  }

  private TemplateNode withoutTag() {
    Mark start = node.getStartMark();
    Mark end = node.getEndMark();
    Node plain;
    if (node instanceof ScalarNode scalar) {
      plain = new ScalarNode(Tag.STR, scalar.getValue(), start, end, scalar.getScalarStyle());
    } else if (node instanceof SequenceNode sequence) {
      plain =
          new SequenceNode(Tag.SEQ, true, sequence.getValue(), start, end, sequence.getFlowStyle());
    } else {
      plain =
          new MappingNode(
              Tag.MAP,
              true,
              ((MappingNode) node).getValue(),
              start,
              end,
              ((MappingNode) node).getFlowStyle());
    }
    return at(plain, name);
  }

  private TemplateNode at(Node other, String otherName) {
    return new TemplateNode(file, other, otherName);
  }

  private String kind() {
    return intrinsic()
        .map(intrinsic -> "!" + intrinsic.function())
        .orElseGet(() -> "a " + node.getNodeId());
  }
}
