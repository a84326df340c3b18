package com.avonsolutions.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which table a command works on, and the words of its command line that do not say so.
 *
 * @param environment what a function on this table would have
 * @param sure whether the flag that lets the command do what cannot be undone was given
 */
record TableTarget(Map<String, String> environment, List<String> words, boolean sure) {

  /**
   * Reads {@code --endpoint URL} for DynamoDB Local, or {@code --table NAME} for a deployed one,
   * whose region and credentials come from the usual AWS variables.
   *
   * @param variable the table's environment variable, e.g. {@code FAQS_TABLE}
   * @param localName the table's name on this machine, its logical id
   */
  static TableTarget parse(
      List<String> arguments, Map<String, String> process, String variable, String localName) {
    return parse(arguments, process, variable, localName, Optional.empty());
  }

  /**
   * The same for a command that does what cannot be undone.
   *
   * @param consent the flag without which it does not, e.g. {@code --yes}
   */
  static TableTarget parse(
      List<String> arguments,
      Map<String, String> process,
      String variable,
      String localName,
      Optional<String> consent) {
    Map<String, String> environment = new HashMap<>();
    boolean sure = false;
    List<String> words = new ArrayList<>();
    Iterator<String> rest = arguments.iterator();
    while (rest.hasNext()) {
      String word = rest.next();
      switch (word) {
        case "--endpoint" -> environment.put("DYNAMODB_ENDPOINT", value(word, rest));
        case "--table" -> environment.put(variable, value(word, rest));
        default -> {
          if (consent.filter(word::equals).isPresent()) {
            sure = true;
          } else if (word.startsWith("-")) {
            throw new UserError(
                "There is no flag "
                    + word
                    + ", only "
                    + consent
                        .map(flag -> "--endpoint, --table and " + flag)
                        .orElse("--endpoint and --table")
                    + ".");
          } else {
            words.add(word);
          }
        }
      }
    }
    if (environment.isEmpty()) {
      throw new UserError(
          "Say which table: --endpoint http://localhost:PORT as the local server prints it, or"
              + " --table NAME from the outputs of the deployed stack.");
    }
    environment.putIfAbsent(variable, localName);
    Optional.ofNullable(process.get("AWS_REGION"))
        .or(() -> Optional.ofNullable(process.get("AWS_DEFAULT_REGION")))
        .ifPresent(region -> environment.put("AWS_REGION", region));
    if (!environment.containsKey("DYNAMODB_ENDPOINT") && !environment.containsKey("AWS_REGION")) {
      throw new UserError("Set AWS_REGION to the region of the deployed stack.");
    }
    return new TableTarget(Map.copyOf(environment), List.copyOf(words), sure);
  }

  private static String value(String flag, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new UserError(flag + " needs a value.");
    }
    return rest.next();
  }
}
