package com.avonsolutions.local;

import com.avonsolutions.staff.CommandRunner;
import picocli.CommandLine;

/** {@code mvn compile exec:java}: serves the site on this machine. */
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode =
        CommandRunner.run(new CommandLine(new ServeCommand()), System.out, System.err, arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
