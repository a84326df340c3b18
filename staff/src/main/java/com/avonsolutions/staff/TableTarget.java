package com.avonsolutions.staff;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say which table a command works on: one in DynamoDB Local or a deployed one. */
final class TableTarget {
  private static final String ACCESS_KEY = "AWS_ACCESS_KEY_ID";

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Choice choice = new Choice();

  private static final class Choice {
    @Option(
        names = "--endpoint",
        paramLabel = "URL",
        converter = Endpoint.class,
        description = "The tables of the local server, at the address that it prints as Tables.")
    private @Nullable URI endpoint;

    @Option(
        names = "--table",
        paramLabel = "NAME",
        description =
            "A deployed table, by its name in the outputs of the stack. Needs AWS_REGION,"
                + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment.")
    private @Nullable String table;
  }

  private static final class Endpoint implements ITypeConverter<URI> {
    @Override
    public URI convert(String typed) {
      return Addresses.http(typed)
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\"" + typed + "\" is not a URL: write it like http://localhost:8000."));
    }
  }

  Optional<URI> endpoint() {
    return Optional.ofNullable(choice.endpoint);
  }

  /**
   * The settings that a function on this table would have.
   *
   * @throws UserError when the environment lacks what a deployed table needs
   */
  Map<String, String> settings(Table table, Map<String, String> variables) {
    Map<String, String> settings = new HashMap<>();
    // The store of leads asks for this table's name even where it only reads leads.
    settings.put(
        Table.CONSENTS.setting(), endpoint().map(url -> Table.CONSENTS.localName()).orElse(""));
    settings.put(table.setting(), Optional.ofNullable(choice.table).orElse(table.localName()));
    Optional<String> region =
        Optional.ofNullable(variables.get("AWS_REGION"))
            .or(() -> Optional.ofNullable(variables.get("AWS_DEFAULT_REGION")));
    region.ifPresent(name -> settings.put("AWS_REGION", name));
    endpoint().ifPresent(url -> settings.put("DYNAMODB_ENDPOINT", url.toString()));
    if (endpoint().isEmpty()) {
      if (region.isEmpty()) {
        throw new UserError("Set AWS_REGION to the region of the deployed stack.");
      }
      requireCredentials(variables);
    }
    return Map.copyOf(settings);
  }

  /** Fails at once; the SDK would first search the network. */
  private static void requireCredentials(Map<String, String> variables) {
    boolean given =
        variables.containsKey(ACCESS_KEY)
            || variables.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
            || variables.containsKey("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI");
    if (!given) {
      throw new UserError(
          "No AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for a profile with"
              + " eval \"$(aws configure export-credentials --format env)\".");
    }
  }
}
