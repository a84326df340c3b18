package com.avonsolutions.web.http;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The messages of exceptions that the log may hold, by type. Every other message stays out of it:
 * parsers, validators and services quote their input, and so what a person wrote.
 */
final class SafeMessages {
  /** We write their messages, and quote no input in them. */
  private static final String OURS = "com.avonsolutions.";

  /** Their messages say what happened to a connection, and at most name a host. */
  private static final List<Class<? extends Exception>> OF_CONNECTIONS =
      List.of(
          SocketException.class,
          SocketTimeoutException.class,
          UnknownHostException.class,
          SSLException.class);

  private SafeMessages() {}

  static Optional<String> of(Throwable failure) {
    boolean safe =
        failure.getClass().getName().startsWith(OURS)
            || OF_CONNECTIONS.stream().anyMatch(type -> type.isInstance(failure));
    return safe ? Optional.ofNullable(failure.getMessage()) : Optional.empty();
  }
}
