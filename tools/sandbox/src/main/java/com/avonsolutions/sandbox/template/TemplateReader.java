package com.avonsolutions.sandbox.template;

import com.avonsolutions.sandbox.template.SamTemplate.Function;
import com.avonsolutions.sandbox.template.SamTemplate.Index;
import com.avonsolutions.sandbox.template.SamTemplate.KeyElement;
import com.avonsolutions.sandbox.template.SamTemplate.LogGroup;
import com.avonsolutions.sandbox.template.SamTemplate.Parameter;
import com.avonsolutions.sandbox.template.SamTemplate.Queue;
import com.avonsolutions.sandbox.template.SamTemplate.QueueSource;
import com.avonsolutions.sandbox.template.SamTemplate.Redrive;
import com.avonsolutions.sandbox.template.SamTemplate.Route;
import com.avonsolutions.sandbox.template.SamTemplate.Statement;
import com.avonsolutions.sandbox.template.SamTemplate.StreamSource;
import com.avonsolutions.sandbox.template.SamTemplate.Table;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads a {@link SamTemplate}; missing and unsupported values are errors. */
final class TemplateReader {

  // Lambda's defaults.
  private static final int DEFAULT_TIMEOUT_SECONDS = 3;
  private static final int DEFAULT_BATCH_SIZE = 10;
  private static final int DEFAULT_STREAM_BATCH_SIZE = 100;

  private static final Pattern RATE = Pattern.compile("rate\\(([0-9]+) (minute|hour|day)s?\\)");

  /** The default of SQS. */
  private static final int DEFAULT_VISIBILITY_SECONDS = 30;

  /** Events that call a function without a route. */
  private static final Set<String> EVENTS_WITHOUT_ROUTE =
      Set.of("DynamoDB", "SQS", "SNS", "Schedule", "ScheduleV2", "EventBridgeRule");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "ANY");

  private final TemplateNode template;
  private final Map<String, TemplateNode> resources;
  private final TemplateValues values;
  private final Map<String, String> routeOwners = new HashMap<>();

  TemplateReader(TemplateNode template) {
    this.template = template;
    this.resources = template.required("Resources").entries();
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    template
        .child("Parameters")
        .ifPresent(
            all ->
                all.entries().forEach((name, node) -> parameters.put(name, parameter(name, node))));
    Map<String, String> types = new LinkedHashMap<>();
    resources.forEach((id, node) -> types.put(id, node.required("Type").text()));
    Map<String, TemplateNode> conditions =
        template.child("Conditions").map(TemplateNode::entries).orElse(Map.of());
    this.values = new TemplateValues(template, parameters, conditions, types, Map.of());
  }

  SamTemplate read() {
    Map<String, Function> functions = new LinkedHashMap<>();
    Map<String, Map<String, TemplateNode>> variables = new LinkedHashMap<>();
    Map<String, LogGroup> logGroups = new LinkedHashMap<>();
    Map<String, Table> tables = new LinkedHashMap<>();
    Map<String, Queue> queues = new LinkedHashMap<>();
    resources.forEach(
        (id, resource) -> {
          String type = resource.required("Type").text();
          switch (type) {
            case "AWS::Serverless::Function" -> {
              TemplateNode properties = resource.required("Properties");
              functions.put(id, function(id, condition(resource), properties));
              variables.put(id, variables(properties));
            }
            case "AWS::Logs::LogGroup" -> logGroups.put(id, logGroup(id, resource));
            case "AWS::DynamoDB::Table" -> {
              condition(resource)
                  .ifPresent(
                      name -> {
                        throw resource.wrong(id + ": a table is not understood with a condition");
                      });
              tables.put(id, table(id, resource.required("Properties")));
            }
            case "AWS::SQS::Queue" -> queues.put(id, queue(id, resource));
            case "AWS::Serverless::SimpleTable", "AWS::DynamoDB::GlobalTable" ->
                throw resource.wrong(id + ": a " + type + " is not understood here");
            default -> {
              // Alarms, topics and the like are not needed to run the site on one machine.
            }
          }
        });
    return new SamTemplate(
        template.file(),
        Collections.unmodifiableMap(values.parameters()),
        Collections.unmodifiableMap(functions),
        Collections.unmodifiableMap(logGroups),
        Collections.unmodifiableMap(tables),
        Collections.unmodifiableMap(queues),
        Collections.unmodifiableMap(variables),
        values);
  }

  private static Parameter parameter(String name, TemplateNode node) {
    return new Parameter(
        name,
        node.required("Type").text(),
        node.child("Default").map(TemplateNode::text),
        node.child("AllowedValues")
            .map(allowed -> allowed.items().stream().map(TemplateNode::text).toList())
            .orElse(List.of()),
        node.child("AllowedPattern").map(TemplateReader::expression));
  }

  private static Pattern expression(TemplateNode node) {
    try {
      return Pattern.compile(node.text());
    } catch (PatternSyntaxException e) {
      throw node.wrong(node.text() + " is no regular expression: " + e.getDescription());
    }
  }

  private Optional<String> condition(TemplateNode resource) {
    return resource.child("Condition").map(values::named);
  }

  private Function function(String id, Optional<String> condition, TemplateNode properties) {
    int timeout =
        properties
            .child("Timeout")
            .or(() -> template.find("Globals", "Function", "Timeout"))
            .map(values::number)
            .orElse(DEFAULT_TIMEOUT_SECONDS);
    return new Function(
        id,
        condition,
        handler(properties),
        Duration.ofSeconds(timeout),
        routes(id, properties),
        queueSources(properties),
        streamSources(properties),
        schedules(properties),
        statements(id, properties),
        properties.find("LoggingConfig", "LogGroup").map(values::text));
  }

  private static String handler(TemplateNode properties) {
    TemplateNode handler = properties.required("Handler");
    if (handler.text().isBlank()) {
      throw handler.wrong("Handler names no class");
    }
    return handler.text();
  }

  /** The function's own variables win over those of Globals, as in SAM. */
  private Map<String, TemplateNode> variables(TemplateNode properties) {
    Map<String, TemplateNode> variables = new LinkedHashMap<>();
    template
        .find("Globals", "Function", "Environment", "Variables")
        .ifPresent(global -> variables.putAll(global.entries()));
    properties.find("Environment", "Variables").ifPresent(own -> variables.putAll(own.entries()));
    return Collections.unmodifiableMap(variables);
  }

  private List<Route> routes(String functionId, TemplateNode properties) {
    List<Route> routes = new ArrayList<>();
    TemplateNode events =
        properties
            .child("Events")
            .orElseThrow(
                () ->
                    properties.wrong(
                        functionId + " has no Events, so nothing calls it: add a route"));
    for (TemplateNode event : events.entries().values()) {
      String type = event.required("Type").text();
      if (type.equals("HttpApi")) {
        String key = routeKey(event);
        String owner = routeOwners.putIfAbsent(key, functionId);
        if (owner != null) {
          throw event.wrong("the route " + key + " already belongs to " + owner);
        }
        routes.add(new Route(key, functionId));
      } else if (!EVENTS_WITHOUT_ROUTE.contains(type)) {
        throw event.wrong("an event of type " + type + " is not understood here, use HttpApi");
      }
    }
    return List.copyOf(routes);
  }

  private List<QueueSource> queueSources(TemplateNode properties) {
    List<QueueSource> sources = new ArrayList<>();
    for (TemplateNode event : events(properties, "SQS").toList()) {
      TemplateNode source = event.required("Properties");
      if (!reportsItemFailures(source)) {
        throw event.wrong(event.name() + " needs FunctionResponseTypes: [ReportBatchItemFailures]");
      }
      sources.add(
          new QueueSource(
              resourceOf(source.required("Queue")),
              source.child("BatchSize").map(values::number).orElse(DEFAULT_BATCH_SIZE),
              source.find("ScalingConfig", "MaximumConcurrency").map(values::number).orElse(1)));
    }
    return List.copyOf(sources);
  }

  private static boolean reportsItemFailures(TemplateNode source) {
    List<TemplateNode> types =
        source.child("FunctionResponseTypes").map(TemplateNode::items).orElse(List.of());
    for (TemplateNode type : types) {
      if (!type.text().equals("ReportBatchItemFailures")) {
        throw type.wrong("a response type is ReportBatchItemFailures, not " + type.text());
      }
    }
    return !types.isEmpty();
  }

  private List<StreamSource> streamSources(TemplateNode properties) {
    return events(properties, "DynamoDB")
        .map(event -> event.required("Properties"))
        .map(
            source ->
                new StreamSource(
                    tableOf(source.required("Stream")),
                    source.child("BatchSize").map(values::number).orElse(DEFAULT_STREAM_BATCH_SIZE),
                    source.find("FilterCriteria", "Filters").stream()
                        .flatMap(filters -> filters.items().stream())
                        .map(filter -> pattern(filter.required("Pattern")))
                        .toList(),
                    limit(source, "MaximumRetryAttempts"),
                    limit(source, "MaximumRecordAgeInSeconds").stream()
                        .mapToObj(Duration::ofSeconds)
                        .findFirst(),
                    source.child("BisectBatchOnFunctionError").filter(this::isTrue).isPresent(),
                    reportsItemFailures(source),
                    source
                        .find("DestinationConfig", "OnFailure", "Destination")
                        .map(this::resourceOf)))
        .toList();
  }

  /** Lambda writes -1 for no limit. */
  private OptionalInt limit(TemplateNode source, String name) {
    int limit = source.child(name).map(values::number).orElse(-1);
    return limit < 0 ? OptionalInt.empty() : OptionalInt.of(limit);
  }

  private boolean isTrue(TemplateNode node) {
    return switch (values.text(node)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw node.wrong(node.name() + " is true or false");
    };
  }

  /** LeadsTable in {@code arn:...:table/LeadsTable/stream/local}. */
  private String tableOf(TemplateNode stream) {
    String[] parts = values.text(stream).split("/", -1);
    if (parts.length < 2) {
      throw stream.wrong("Stream must be !GetAtt of a table's StreamArn, it is " + parts[0]);
    }
    return parts[1];
  }

  private static EventPattern pattern(TemplateNode node) {
    try {
      return EventPattern.parse(node.text());
    } catch (IllegalArgumentException e) {
      throw node.wrong("a filter is not understood here: " + e.getMessage());
    }
  }

  private static List<Duration> schedules(TemplateNode properties) {
    return events(properties, "Schedule")
        .map(event -> event.required("Properties").required("Schedule"))
        .map(
            schedule -> {
              Matcher rate = RATE.matcher(schedule.text());
              if (!rate.matches()) {
                throw schedule.wrong("a schedule other than rate(5 minutes) is not understood");
              }
              return Duration.of(
                  Long.parseLong(rate.group(1)),
                  ChronoUnit.valueOf(rate.group(2).toUpperCase(Locale.ROOT) + "S"));
            })
        .toList();
  }

  private static Stream<TemplateNode> events(TemplateNode properties, String type) {
    return properties.child("Events").map(TemplateNode::entries).orElse(Map.of()).values().stream()
        .filter(event -> event.required("Type").text().equals(type));
  }

  private Queue queue(String id, TemplateNode resource) {
    Optional<TemplateNode> properties = resource.child("Properties");
    return new Queue(
        id,
        Duration.ofSeconds(
            properties
                .flatMap(node -> node.child("VisibilityTimeout"))
                .map(values::number)
                .orElse(DEFAULT_VISIBILITY_SECONDS)),
        properties
            .flatMap(node -> node.child("RedrivePolicy"))
            .map(
                policy ->
                    new Redrive(
                        values.number(policy.required("maxReceiveCount")),
                        resourceOf(policy.required("deadLetterTargetArn")))));
  }

  /** The logical id in an ARN. */
  private String resourceOf(TemplateNode reference) {
    String arn = values.text(reference);
    return arn.substring(arn.lastIndexOf(':') + 1);
  }

  private static String routeKey(TemplateNode event) {
    Optional<TemplateNode> path = event.find("Properties", "Path");
    Optional<TemplateNode> method = event.find("Properties", "Method");
    if (path.isEmpty() && method.isEmpty()) {
      return "$default";
    }
    if (path.isEmpty() || method.isEmpty()) {
      throw event.wrong(event.name() + " needs Path and Method, or neither to take what is left");
    }
    String verb = method.get().text().toUpperCase(Locale.ROOT);
    if (!METHODS.contains(verb)) {
      throw method.get().wrong("there is no method " + verb + ", only " + METHODS);
    }
    if (!path.get().text().startsWith("/")) {
      throw path.get().wrong("the path " + path.get().text() + " must start with /");
    }
    return verb + " " + path.get().text();
  }

  /**
   * The rights of the role in {@code Role: !GetAtt XRole.Arn}. Without it, SAM would create a role
   * with AWS's managed policies, which grant rights on all resources.
   */
  private List<Statement> statements(String functionId, TemplateNode properties) {
    properties
        .child("Policies")
        .ifPresent(
            node -> {
              throw node.wrong(functionId + ": rights belong into a role of its own, not Policies");
            });
    return properties.child("Role").map(this::role).map(this::statements).orElse(List.of());
  }

  private TemplateNode role(TemplateNode reference) {
    String arn = values.text(reference);
    String name = arn.substring(arn.lastIndexOf('/') + 1);
    TemplateNode role = resources.get(name);
    if (role == null || !role.required("Type").text().equals("AWS::IAM::Role")) {
      throw reference.wrong("Role must be !GetAtt of a role's Arn, it is " + arn);
    }
    return role.required("Properties");
  }

  private List<Statement> statements(TemplateNode role) {
    role.child("ManagedPolicyArns")
        .ifPresent(
            node -> {
              throw node.wrong("a managed policy would hide what a function may do");
            });
    List<Statement> statements = new ArrayList<>();
    for (TemplateNode policy : role.required("Policies").items()) {
      for (TemplateNode statement :
          policy.required("PolicyDocument").required("Statement").items()) {
        statements.add(
            new Statement(
                statement.child("Sid").map(values::text).orElse(""),
                statement.required("Effect").text(),
                statement.required("Action").oneOrMore().stream().map(values::text).toList(),
                statement.required("Resource").oneOrMore().stream().map(values::text).toList()));
      }
    }
    return List.copyOf(statements);
  }

  private LogGroup logGroup(String id, TemplateNode resource) {
    OptionalInt retention =
        resource
            .find("Properties", "RetentionInDays")
            .map(node -> OptionalInt.of(values.number(node)))
            .orElse(OptionalInt.empty());
    return new LogGroup(
        id,
        condition(resource),
        resource.find("Properties", "LogGroupName").map(values::text).orElse(id),
        retention);
  }

  private Table table(String id, TemplateNode properties) {
    properties
        .child("LocalSecondaryIndexes")
        .ifPresent(
            node -> {
              throw node.wrong(id + ": local secondary indexes are not understood here");
            });
    Map<String, String> attributes = new LinkedHashMap<>();
    for (TemplateNode attribute : properties.required("AttributeDefinitions").items()) {
      attributes.put(
          attribute.required("AttributeName").text(), attribute.required("AttributeType").text());
    }
    List<Index> indexes =
        properties
            .child("GlobalSecondaryIndexes")
            .map(TemplateNode::items)
            .orElse(List.of())
            .stream()
            .map(index -> index(index, attributes))
            .toList();
    return new Table(
        id,
        Collections.unmodifiableMap(attributes),
        keys(properties, attributes),
        indexes,
        properties
            .child("TimeToLiveSpecification")
            .filter(ttl -> Boolean.parseBoolean(ttl.required("Enabled").text()))
            .map(ttl -> ttl.required("AttributeName").text()),
        properties.find("StreamSpecification", "StreamViewType").map(TemplateNode::text));
  }

  private static Index index(TemplateNode index, Map<String, String> attributes) {
    TemplateNode projection = index.required("Projection");
    return new Index(
        index.required("IndexName").text(),
        keys(index, attributes),
        projection.required("ProjectionType").text(),
        projection
            .child("NonKeyAttributes")
            .map(names -> names.items().stream().map(TemplateNode::text).toList())
            .orElse(List.of()));
  }

  private static List<KeyElement> keys(TemplateNode owner, Map<String, String> attributes) {
    List<KeyElement> keys = new ArrayList<>();
    for (TemplateNode key : owner.required("KeySchema").items()) {
      String attribute = key.required("AttributeName").text();
      if (!attributes.containsKey(attribute)) {
        throw key.wrong("the key " + attribute + " is not among the AttributeDefinitions");
      }
      keys.add(new KeyElement(attribute, key.required("KeyType").text()));
    }
    return List.copyOf(keys);
  }
}
