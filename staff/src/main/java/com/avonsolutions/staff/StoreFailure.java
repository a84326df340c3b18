package com.avonsolutions.staff;

import com.avonsolutions.domain.StoreUnavailableException;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Says in one line why a store is not available, and what to do about it. */
final class StoreFailure {
  private static final String USE_TABLES =
      "use the address that the local server prints as Tables.";

  private static final Set<String> BAD_CREDENTIALS =
      Set.of(
          "ExpiredTokenException",
          "IncompleteSignatureException",
          "InvalidSignatureException",
          "MissingAuthenticationTokenException",
          "UnrecognizedClientException");

  private StoreFailure() {}

  /**
   * Explains a failure.
   *
   * @param settings those of the store that failed
   */
  static String explain(
      StoreUnavailableException failure, TableTarget target, Map<String, String> settings) {
    Throwable cause = Optional.ofNullable(failure.getCause()).orElse(failure);
    String server =
        target.endpoint().map(Object::toString).orElse("DynamoDB in " + settings.get("AWS_REGION"));
    boolean local = target.endpoint().isPresent();
    if (cause instanceof AwsServiceException refusal) {
      return refused(refusal, server, local, settings);
    }
    if (isTimeoutOrNetwork(cause)) {
      return server
          + " does not answer: "
          + (local
              ? "start the local server, and use the address that it prints as Tables."
              : "check AWS_REGION and the network.");
    }
    return server + " cannot be asked: " + cause.getMessage();
  }

  private static String refused(
      AwsServiceException refusal, String server, boolean local, Map<String, String> settings) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(refusal.awsErrorDetails());
    String code = details.map(AwsErrorDetails::errorCode).orElse("");
    if (code.isEmpty()) {
      return server
          + " answers "
          + refusal.statusCode()
          + " and is not DynamoDB"
          + (local ? ": " + USE_TABLES : ".");
    }
    if (code.equals("ResourceNotFoundException")) {
      return server
          + " has no "
          + tables(settings)
          + ": "
          + (local
              ? USE_TABLES
              : "copy its name from the outputs of the stack, and check AWS_REGION.");
    }
    if (BAD_CREDENTIALS.contains(code)) {
      return server
          + " does not accept the AWS credentials ("
          + code
          + "): set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones,"
          + " AWS_SESSION_TOKEN again.";
    }
    if (code.equals("AccessDeniedException")) {
      return server
          + " refuses: the AWS credentials have no right to do this ("
          + code
          + "). Use a role that has.";
    }
    if (refusal.isThrottlingException() || refusal.statusCode() >= 500) {
      return server + " cannot answer now (" + code + "): try again in a minute.";
    }
    return server
        + " refuses ("
        + code
        + "): "
        + details.map(AwsErrorDetails::errorMessage).orElse("")
        + " Is it the right table?";
  }

  /** The tables that a person has named, of which DynamoDB does not say which one is missing. */
  private static String tables(Map<String, String> settings) {
    String named =
        Stream.of(Table.values())
            .filter(table -> !table.localName().equals(settings.get(table.setting())))
            .map(table -> settings.getOrDefault(table.setting(), ""))
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" or "));
    return named.isEmpty() ? "such table" : "table " + named;
  }

  private static boolean isTimeoutOrNetwork(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .anyMatch(
            cause ->
                cause instanceof IOException
                    || cause instanceof ApiCallTimeoutException
                    || cause instanceof ApiCallAttemptTimeoutException);
  }
}
