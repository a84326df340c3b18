package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Duration;

/**
 * How long an invocation may take.
 *
 * @param gateway API Gateway's integration timeout
 * @param ofFunctions whether the functions' own timeouts apply too
 */
record Timeouts(Duration gateway, boolean ofFunctions) {
  static final Timeouts AS_DEPLOYED = new Timeouts(Duration.ofSeconds(30), true);

  /** Long enough for any breakpoint. */
  static final Timeouts NONE = new Timeouts(Duration.ofDays(1), false);

  Duration of(SamTemplate.Function function) {
    return ofFunctions ? function.timeout() : gateway;
  }
}
