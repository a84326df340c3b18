package com.avonsolutions.local.console;

import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.overview.Invocation;
import java.util.Locale;

/** An invocation in one line. */
record InvocationLine(Invocation invocation, IndiaTime time, Style style) {

  /** Their paths contain the platforms' tokens. */
  private static final String HOOKS = "/hooks/";

  @Override
  public String toString() {
    return "%s %s  %-40s %s %d ms%s"
        .formatted(
            style.quiet(time.second(invocation.at())),
            status(),
            what(),
            invocation.functionId(),
            invocation.millis(),
            invocation.cold() ? style.quiet(" cold") : "");
  }

  private String status() {
    String status = Integer.toString(invocation.status());
    return invocation.status() >= 500
        ? style.bad(status)
        : invocation.status() >= 400 ? style.doubtful(status) : style.good(status);
  }

  /** Method and path without the query, or the event source. */
  private String what() {
    String request = invocation.request().replaceFirst("\\?.*", "");
    boolean isRequest = request.contains(" /");
    boolean isSecret = request.toLowerCase(Locale.ROOT).contains(HOOKS);
    return (isRequest && !isSecret ? request : invocation.source())
        // A path may contain what a terminal takes for commands.
        .replaceAll("[^\\x20-\\x7e]", "?");
  }
}
