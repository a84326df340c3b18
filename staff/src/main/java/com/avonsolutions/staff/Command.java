package com.avonsolutions.staff;

import java.util.List;

/** What the first word of the command line selects. */
@FunctionalInterface
interface Command {

  /** Runs with the words that follow; a {@link UserError} becomes one line and exit code 1. */
  void run(List<String> arguments) throws Exception;
}
