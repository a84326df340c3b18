package com.avonsolutions.local;

import com.avonsolutions.staff.UserError;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** The flags of {@code serve}. */
record ServeOptions(
    int port,
    OptionalInt dynamoDbPort,
    boolean inMemory,
    boolean tablesOnly,
    Path data,
    boolean samples,
    Map<String, String> parameters,
    boolean help) {

  static final String USAGE =
      """
      Usage: mvn compile exec:java [-Dexec.args="FLAGS"]

        --port N            listen on port N (8080)
        --memory            keep nothing: start with empty tables every time
        --data DIR          keep the tables in DIR (.local-data)
        --no-samples        load no sample testimonials
        --parameter N=VALUE a parameter of template.yaml, as often as needed
        --tables-only       only DynamoDB Local with the tables, reachable from containers, for sam local
        --dynamodb-port N   DynamoDB Local's port (any free one; 8000 with --tables-only)
        --help              this text
      """;

  private static final int DEFAULT_PORT = 8080;
  private static final int DEFAULT_TABLES_PORT = 8000;

  static ServeOptions parse(List<String> arguments, Path root) {
    int port = DEFAULT_PORT;
    OptionalInt dynamoDbPort = OptionalInt.empty();
    boolean inMemory = false;
    boolean tablesOnly = false;
    boolean samples = true;
    Map<String, String> parameters = new LinkedHashMap<>();
    boolean help = false;
    Path data = root.resolve(".local-data");
    Iterator<String> words = arguments.iterator();
    while (words.hasNext()) {
      String flag = words.next();
      switch (flag) {
        case "--port" -> port = port(flag, words);
        case "--dynamodb-port" -> dynamoDbPort = OptionalInt.of(port(flag, words));
        case "--memory" -> inMemory = true;
        case "--tables-only" -> tablesOnly = true;
        case "--data" -> data = root.resolve(value(flag, words));
        case "--no-samples" -> samples = false;
        case "--parameter" -> {
          String[] parts = value(flag, words).split("=", 2);
          if (parts.length < 2) {
            throw new UserError("--parameter needs NAME=VALUE, not \"" + parts[0] + "\".");
          }
          parameters.put(parts[0], parts[1]);
        }
        case "--help", "-h" -> help = true;
        default -> throw new UserError("There is no flag " + flag + ". Try --help for the list.");
      }
    }
    if (tablesOnly && dynamoDbPort.isEmpty()) {
      dynamoDbPort = OptionalInt.of(DEFAULT_TABLES_PORT);
    }
    return new ServeOptions(
        port,
        dynamoDbPort,
        inMemory,
        tablesOnly,
        data.normalize(),
        samples,
        Map.copyOf(parameters),
        help);
  }

  private static int port(String flag, Iterator<String> words) {
    String value = value(flag, words);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Answered below, as a number out of range is.
    }
    throw new UserError(flag + " needs a number from 0 to 65535, not \"" + value + "\".");
  }

  private static String value(String flag, Iterator<String> words) {
    if (!words.hasNext()) {
      throw new UserError(flag + " needs a value. Try --help.");
    }
    return words.next();
  }
}
