package com.avonsolutions.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags of the local server. */
final class ServeOptions {
  private static final int TABLES_ONLY_PORT = 8000;

  private final Path root;

  @Option(
      names = "--port",
      paramLabel = "N",
      converter = Port.class,
      description = "Listen on port N (${DEFAULT-VALUE}); on any free one with 0.")
  private int port = 8080;

  @ArgGroup(exclusive = true)
  private Keeping keeping = new Keeping();

  /** Where the tables are kept, if at all. */
  private static final class Keeping {
    @Option(names = "--memory", description = "Keep nothing: start with empty tables every time.")
    private boolean inMemory;

    @Option(
        names = "--data",
        paramLabel = "DIR",
        description = "Keep the tables in DIR (${DEFAULT-VALUE}).",
        defaultValue = ".local-data")
    private Path data = Path.of(".local-data");
  }

  @Option(names = "--no-samples", description = "Load no sample testimonials.")
  private boolean withoutSamples;

  @Option(
      names = "--parameter",
      paramLabel = "NAME=VALUE",
      hideParamSyntax = true,
      description = "A parameter of template.yaml, as often as needed.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(
      names = "--watch",
      description = "Apply changes of sources to the running site, and show on its pages why not.")
  private boolean watch;

  @Option(names = "--no-timeouts", description = "Let no invocation time out, for breakpoints.")
  private boolean withoutTimeouts;

  @Option(
      names = "--json-logs",
      description = "Print what functions log as Lambda would, and nothing else for a request.")
  private boolean jsonLogs;

  @Option(
      names = "--tables-only",
      description =
          "Only DynamoDB Local with the tables, reachable from containers, for sam local.")
  private boolean tablesOnly;

  @Option(
      names = "--dynamodb-port",
      paramLabel = "N",
      converter = Port.class,
      description = "DynamoDB Local's port (any free one; 8000 with --tables-only).")
  private Optional<Integer> dynamoDbPort = Optional.empty();

  private static final class Port implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String typed) {
      try {
        int port = Integer.parseInt(typed);
        if (port >= 0 && port <= 65535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // Reported below, like a number out of range.
      }
      throw new TypeConversionException(
          "\"" + typed + "\" is not a port: give a number from 0 to 65535.");
    }
  }

  ServeOptions(Path root) {
    this.root = root;
  }

  int port() {
    return port;
  }

  OptionalInt dynamoDbPort() {
    if (dynamoDbPort.isPresent()) {
      return OptionalInt.of(dynamoDbPort.get());
    }
    return tablesOnly ? OptionalInt.of(TABLES_ONLY_PORT) : OptionalInt.empty();
  }

  boolean inMemory() {
    return keeping.inMemory;
  }

  boolean tablesOnly() {
    return tablesOnly;
  }

  /** Relative to the project's root. */
  Path data() {
    return root.resolve(keeping.data).normalize();
  }

  boolean samples() {
    return !withoutSamples;
  }

  boolean watch() {
    return watch;
  }

  Timeouts timeouts() {
    return withoutTimeouts ? Timeouts.NONE : Timeouts.AS_DEPLOYED;
  }

  boolean jsonLogs() {
    return jsonLogs;
  }

  Map<String, String> parameters() {
    return Map.copyOf(parameters);
  }
}
