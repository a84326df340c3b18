package com.avonsolutions.local.console;

import java.io.Console;
import java.util.Optional;

/** Colours, in a terminal only. */
record Style(boolean coloured) {

  /**
   * Colours if standard output is a terminal, unless <a href="https://no-color.org">NO_COLOR</a>.
   */
  static Style ofTerminal() {
    return new Style(
        Optional.ofNullable(System.console()).filter(Style::isTerminal).isPresent()
            && System.getenv().getOrDefault("NO_COLOR", "").isEmpty());
  }

  /** Before Java 22 there is a console in a terminal only, since then always. */
  private static boolean isTerminal(Console console) {
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  String good(String text) {
    return in("32", text);
  }

  String doubtful(String text) {
    return in("33", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String quiet(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return coloured ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
