package com.avonsolutions.local;

import com.avonsolutions.staff.UserError;
import java.net.BindException;
import java.util.Locale;

/** Says in one line why a port cannot be listened on. */
final class PortError {

  private PortError() {}

  /**
   * Explains a failure.
   *
   * @param flag the one that chooses another port
   * @param cause its message is the operating system's
   */
  static UserError of(int port, String flag, BindException cause) {
    boolean forbidden =
        String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("permission");
    return new UserError(
        forbidden
            ? "Port %d is for administrators only: choose one above 1023 with %s."
                .formatted(port, flag)
            : "Port %d is taken: stop what listens there, or choose another one with %s."
                .formatted(port, flag),
        cause);
  }
}
