package com.avonsolutions.sandbox.template;

import com.avonsolutions.sandbox.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The parts of template.yaml that this project reads: parameters, functions with their routes,
 * environment and rights, log groups and tables. An unsupported feature in these parts is a {@link
 * TemplateException} that names the line; nothing is skipped silently.
 */
public final class SamTemplate {

  /** A template parameter; without a default it needs a value wherever it is used. */
  public record Parameter(
      String name,
      String type,
      Optional<String> defaultValue,
      List<String> allowedValues,
      Optional<Pattern> allowedPattern) {}

  /**
   * A Lambda function; the timeout is its own or that of Globals.
   *
   * @param condition the condition under which the function exists; empty means always
   * @param schedules the intervals of its schedules
   */
  public record Function(
      String logicalId,
      Optional<String> condition,
      String handler,
      Duration timeout,
      List<Route> routes,
      List<QueueSource> queues,
      List<StreamSource> streams,
      List<Duration> schedules,
      List<Statement> statements,
      Optional<String> logGroup) {}

  /** A route of the HTTP API, its key written as API Gateway does: {@code GET /faqs/{slug}}. */
  public record Route(String key, String functionId) {}

  /**
   * A queue whose messages invoke a function, in batches of at most this size.
   *
   * @param maxConcurrency how many batches at a time; 1 unless the template says more
   */
  public record QueueSource(String queueId, int batchSize, int maxConcurrency) {}

  /**
   * A table whose changes invoke a function, in batches of at most this size.
   *
   * @param filters one of them has to match; without filters every change matches
   * @param maxRetries after the first attempt; empty means until the records are too old
   * @param maxAge of records that are retried; empty means as long as the stream keeps them
   * @param bisects whether a batch that fails is halved
   * @param reportsFailures whether the function names the records that failed
   * @param onFailure the queue that is told of what is given up
   */
  public record StreamSource(
      String tableId,
      int batchSize,
      List<EventPattern> filters,
      OptionalInt maxRetries,
      Optional<Duration> maxAge,
      boolean bisects,
      boolean reportsFailures,
      Optional<String> onFailure) {}

  /**
   * An SQS queue.
   *
   * @param visibilityTimeout after this time a message that was not deleted is delivered again
   * @param redrive where messages go after too many deliveries
   */
  public record Queue(String logicalId, Duration visibilityTimeout, Optional<Redrive> redrive) {}

  /** The maximum number of deliveries, and the dead-letter queue. */
  public record Redrive(int maxReceiveCount, String queueId) {}

  /**
   * One statement of a function's policy. Resources are ARNs with placeholders for account and
   * region, e.g. {@code arn:aws:dynamodb:us-east-1:000000000000:table/LeadsTable/index/byDay}.
   */
  public record Statement(
      String sid, String effect, List<String> actions, List<String> resources) {}

  /** A log group; without a retention AWS keeps its logs forever. */
  public record LogGroup(
      String logicalId, Optional<String> condition, String name, OptionalInt retentionInDays) {}

  /** A table; on this machine its logical id is also its name. */
  public record Table(
      String logicalId,
      Map<String, String> attributes,
      List<KeyElement> keys,
      List<Index> indexes,
      Optional<String> timeToLive,
      Optional<String> streamView) {

    /** For tests: the engine deletes items by the system clock, not by that of the test. */
    public Table withoutTimeToLive() {
      return new Table(logicalId, attributes, keys, indexes, Optional.empty(), streamView);
    }
  }

  /** An element of a key schema, its type {@code HASH} or {@code RANGE}. */
  public record KeyElement(String attribute, String type) {}

  /** A global secondary index; non-key attributes only with projection {@code INCLUDE}. */
  public record Index(
      String name, List<KeyElement> keys, String projection, List<String> nonKeyAttributes) {}

  private final Path file;
  private final Map<String, Parameter> parameters;
  private final Map<String, Function> functions;
  private final Map<String, LogGroup> logGroups;
  private final Map<String, Table> tables;
  private final Map<String, Queue> queues;
  private final Map<String, Map<String, TemplateNode>> variables;
  private final TemplateValues values;

  SamTemplate(
      Path file,
      Map<String, Parameter> parameters,
      Map<String, Function> functions,
      Map<String, LogGroup> logGroups,
      Map<String, Table> tables,
      Map<String, Queue> queues,
      Map<String, Map<String, TemplateNode>> variables,
      TemplateValues values) {
    this.file = file;
    this.parameters = parameters;
    this.functions = functions;
    this.logGroups = logGroups;
    this.tables = tables;
    this.queues = queues;
    this.variables = variables;
    this.values = values;
  }

  /** The project's own template. */
  public static SamTemplate ofProject() {
    return read(Project.root().resolve("template.yaml"));
  }

  public static SamTemplate read(Path file) {
    return new TemplateReader(TemplateNode.read(file)).read();
  }

  public Path file() {
    return file;
  }

  /** By name, in the template's order, as are all maps of this class. */
  public Map<String, Parameter> parameters() {
    return parameters;
  }

  public Map<String, Function> functions() {
    return functions;
  }

  public Map<String, LogGroup> logGroups() {
    return logGroups;
  }

  public Map<String, Table> tables() {
    return tables;
  }

  public Map<String, Queue> queues() {
    return queues;
  }

  /** The function with this logical id; an id that is not in the template is a mistake. */
  public Function function(String logicalId) {
    Function function = functions.get(logicalId);
    if (function == null) {
      throw new TemplateException(
          file + " has no function " + logicalId + ", only " + functions.keySet());
    }
    return function;
  }

  /** The queue with this logical id; an id that is not in the template is a mistake. */
  public Queue queue(String logicalId) {
    Queue queue = queues.get(logicalId);
    if (queue == null) {
      throw new TemplateException(
          file + " has no queue " + logicalId + ", only " + queues.keySet());
    }
    return queue;
  }

  /**
   * Checks parameter values.
   *
   * @throws TemplateException when there is no such parameter, or it may not have this value
   */
  public void checkParameters(Map<String, String> given) {
    values.check(given);
  }

  /**
   * The template with these parameter values, without the functions and log groups whose condition
   * does not hold.
   */
  public SamTemplate deployedWith(Map<String, String> overrides) {
    TemplateValues resolved = values.with(overrides);
    return new SamTemplate(
        file,
        parameters,
        only(functions, function -> function.condition().map(resolved::holds).orElse(true)),
        only(logGroups, group -> group.condition().map(resolved::holds).orElse(true)),
        tables,
        queues,
        variables,
        resolved);
  }

  private static <T> Map<String, T> only(Map<String, T> all, Predicate<T> wanted) {
    Map<String, T> some = new LinkedHashMap<>(all);
    some.values().removeIf(wanted.negate());
    return Collections.unmodifiableMap(some);
  }

  /** The routes of all functions. */
  public List<Route> routes() {
    return functions.values().stream().flatMap(function -> function.routes().stream()).toList();
  }

  /**
   * The environment variables of a function, including those of Globals, with these parameter
   * values. A reference to a table or a queue is its logical id.
   */
  public Map<String, String> environment(String functionId, Map<String, String> overrides) {
    TemplateValues resolved = values.with(overrides);
    Map<String, String> environment = new LinkedHashMap<>();
    variables
        .getOrDefault(function(functionId).logicalId(), Map.of())
        .forEach((name, node) -> environment.put(name, resolved.text(node)));
    return Collections.unmodifiableMap(environment);
  }
}
