package com.avonsolutions.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** The commands that picocli knows, e.g. {@code leads list}; not the groups that hold them. */
final class Commands {

  private Commands() {}

  static List<String> all() {
    List<String> names = new ArrayList<>();
    collect(
        "", Main.commandLine(new Session(Clock.systemUTC(), Map.of(), t -> {}, System.out)), names);
    return List.copyOf(names);
  }

  private static void collect(String prefix, CommandLine command, List<String> names) {
    command
        .getSubcommands()
        .forEach(
            (name, subcommand) -> {
              if (subcommand.getSubcommands().isEmpty()) {
                names.add(prefix + name);
              } else {
                collect(prefix + name + " ", subcommand, names);
              }
            });
  }
}
