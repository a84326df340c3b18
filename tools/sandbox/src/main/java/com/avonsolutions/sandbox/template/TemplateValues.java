package com.avonsolutions.sandbox.template;

import com.avonsolutions.sandbox.template.SamTemplate.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Resolves the intrinsic functions that the template uses; others are errors when needed. */
record TemplateValues(
    TemplateNode template,
    Map<String, Parameter> parameters,
    Map<String, TemplateNode> conditions,
    Map<String, String> resourceTypes,
    Map<String, String> overrides) {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

  /** Placeholders for the values of AWS; they only have to be well-formed. */
  private static final Map<String, String> PSEUDO_PARAMETERS =
      Map.of(
          "AWS::Region", "us-east-1",
          "AWS::AccountId", "000000000000",
          "AWS::Partition", "aws",
          "AWS::StackName", "local",
          "AWS::URLSuffix", "amazonaws.com");

  TemplateValues with(Map<String, String> more) {
    check(more);
    Map<String, String> merged = new HashMap<>(overrides);
    merged.putAll(more);
    return new TemplateValues(template, parameters, conditions, resourceTypes, Map.copyOf(merged));
  }

  /** Whether a condition of the template holds. */
  boolean holds(String condition) {
    TemplateNode node = conditions.get(condition);
    if (node == null) {
      throw new TemplateException(
          template.file() + " has no condition " + condition + ", only " + conditions.keySet());
    }
    return holds(node);
  }

  private boolean holds(TemplateNode node) {
    TemplateNode.Intrinsic intrinsic =
        node.intrinsic()
            .orElseThrow(() -> node.wrong(node.name() + " must be a condition function"));
    List<TemplateNode> arguments = intrinsic.argument().oneOrMore();
    return switch (intrinsic.function()) {
      case "Condition" -> holds(named(intrinsic.argument()));
      case "Equals" -> {
        expect(node, arguments, 2, 2);
        yield text(arguments.get(0)).equals(text(arguments.get(1)));
      }
      case "Not" -> {
        expect(node, arguments, 1, 1);
        yield !holds(arguments.get(0));
      }
      case "And" -> {
        expect(node, arguments, 2, 10);
        yield arguments.stream().allMatch(this::holds);
      }
      case "Or" -> {
        expect(node, arguments, 2, 10);
        yield arguments.stream().anyMatch(this::holds);
      }
      default ->
          throw node.wrong(
              "!"
                  + intrinsic.function()
                  + " is not understood in a condition, only !Equals, !Not, !And, !Or and"
                  + " !Condition");
    };
  }

  /** The name of a condition, which must exist. */
  String named(TemplateNode node) {
    if (!conditions.containsKey(node.text())) {
      throw node.wrong("there is no condition " + node.text());
    }
    return node.text();
  }

  private static void expect(TemplateNode node, List<TemplateNode> arguments, int least, int most) {
    if (arguments.size() < least || arguments.size() > most) {
      throw node.wrong("a condition function with " + arguments.size() + " arguments");
    }
  }

  String text(TemplateNode node) {
    TemplateNode.Intrinsic intrinsic = node.intrinsic().orElse(null);
    if (intrinsic == null) {
      return node.text();
    }
    return switch (intrinsic.function()) {
      case "Ref" -> reference(intrinsic.argument(), intrinsic.argument().text());
      case "Sub" -> substitute(intrinsic.argument());
      case "GetAtt" -> attribute(intrinsic.argument());
      case "If" -> choice(node, intrinsic.argument().items());
      default ->
          throw node.wrong(
              "!"
                  + intrinsic.function()
                  + " is not understood here, only !Ref, !Sub, !GetAtt and !If");
    };
  }

  int number(TemplateNode node) {
    String text = text(node);
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw node.wrong(node.name() + " must be a whole number, it is \"" + text + "\"");
    }
  }

  void check(Map<String, String> given) {
    given.forEach(this::check);
  }

  private void check(String name, String value) {
    Parameter parameter = parameters.get(name);
    if (parameter == null) {
      throw new TemplateException(template.file() + " has no parameter " + name);
    }
    if (!parameter.allowedValues().isEmpty() && !parameter.allowedValues().contains(value)) {
      throw new TemplateException(
          "%s: parameter %s may be %s, not \"%s\""
              .formatted(template.file(), name, parameter.allowedValues(), value));
    }
    if (parameter.allowedPattern().filter(p -> !p.matcher(value).matches()).isPresent()) {
      throw new TemplateException(
          "%s: parameter %s must match %s, not \"%s\""
              .formatted(template.file(), name, parameter.allowedPattern().get(), value));
    }
  }

  private String choice(TemplateNode node, List<TemplateNode> arguments) {
    expect(node, arguments, 3, 3);
    return text(arguments.get(holds(named(arguments.get(0))) ? 1 : 2));
  }

  private String reference(TemplateNode at, String name) {
    Parameter parameter = parameters.get(name);
    if (parameter != null) {
      String value = overrides.getOrDefault(name, parameter.defaultValue().orElse(null));
      if (value == null) {
        throw at.wrong("parameter " + name + " has no default and no value was given");
      }
      return value;
    }
    String pseudo = PSEUDO_PARAMETERS.get(name);
    if (pseudo != null) {
      return pseudo;
    }
    if (resourceTypes.containsKey(name)) {
      return name;
    }
    throw at.wrong("there is no parameter or resource " + name);
  }

  private String substitute(TemplateNode argument) {
    Matcher placeholder = PLACEHOLDER.matcher(argument.text());
    StringBuilder text = new StringBuilder();
    while (placeholder.find()) {
      String name = placeholder.group(2);
      String value;
      if (!placeholder.group(1).isEmpty()) {
        value = "${" + name + "}";
      } else if (name.contains(".")) {
        value = attribute(argument, name);
      } else {
        value = reference(argument, name);
      }
      placeholder.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return placeholder.appendTail(text).toString();
  }

  private String attribute(TemplateNode argument) {
    return attribute(
        argument, String.join(".", argument.oneOrMore().stream().map(TemplateNode::text).toList()));
  }

  private String attribute(TemplateNode at, String path) {
    int dot = path.indexOf('.');
    String resource = dot < 0 ? path : path.substring(0, dot);
    String type = resourceTypes.get(resource);
    if (type == null) {
      throw at.wrong("there is no resource " + resource);
    }
    String prefix =
        "arn:%s:%%s:%s:%s:"
            .formatted(
                PSEUDO_PARAMETERS.get("AWS::Partition"),
                PSEUDO_PARAMETERS.get("AWS::Region"),
                PSEUDO_PARAMETERS.get("AWS::AccountId"));
    return switch (type + path.substring(resource.length())) {
      case "AWS::DynamoDB::Table.Arn" -> prefix.formatted("dynamodb") + "table/" + resource;
      case "AWS::DynamoDB::Table.StreamArn" ->
          prefix.formatted("dynamodb") + "table/" + resource + "/stream/local";
      case "AWS::IAM::Role.Arn" -> prefix.formatted("iam") + "role/" + resource;
      case "AWS::SQS::Queue.Arn" -> prefix.formatted("sqs") + resource;
      case "AWS::Logs::LogGroup.Arn" -> prefix.formatted("logs") + "log-group:" + resource + ":*";
      default -> throw at.wrong("the attribute " + path + " of a " + type + " is not known here");
    };
  }
}
