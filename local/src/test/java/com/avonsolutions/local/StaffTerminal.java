package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a staff command on tables of this machine and reads what it prints. */
record StaffTerminal(Command command, String endpoint) {

  List<String> lines(String... words) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, words);
    Collections.addAll(arguments, "--endpoint", endpoint);
    try (PrintStream out = new PrintStream(printed, true, UTF_8)) {
      System.setOut(out);
      command.run(arguments);
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).lines().toList();
  }
}
