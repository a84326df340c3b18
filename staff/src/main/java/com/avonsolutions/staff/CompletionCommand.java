package com.avonsolutions.staff;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}. */
@Command(
    name = "completion",
    description = "Prints a script for bash and zsh that completes the words of staff/staff.")
final class CompletionCommand implements Runnable {
  private final Session session;

  @Spec private CommandSpec spec = CommandSpec.create(); // picocli sets it.

  CompletionCommand(Session session) {
    this.session = session;
  }

  @Override
  public void run() {
    CommandSpec root = spec.root();
    session.out().print(AutoComplete.bash(root.name(), root.commandLine()));
  }
}
