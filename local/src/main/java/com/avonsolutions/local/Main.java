package com.avonsolutions.local;

import com.avonsolutions.sandbox.template.TemplateException;
import com.avonsolutions.staff.UserError;
import java.util.List;

/** {@code mvn compile exec:java}: the site on this machine. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = run(List.of(arguments));
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static int run(List<String> arguments) {
    try {
      new ServeCommand().run(arguments);
      return 0;
    } catch (UserError | TemplateException e) {
      System.err.println(e.getMessage());
      return 1;
    } catch (Exception e) {
      // Nothing the person at the keyboard did: the trace is what a developer needs.
      e.printStackTrace();
      return 1;
    }
  }
}
