package com.avonsolutions.staff;

import com.avonsolutions.sandbox.CapturedOutput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs a staff command on tables of this machine and reads what it prints. */
record StaffTerminal(Command command, String endpoint) {

  List<String> lines(String... words) throws Exception {
    List<String> arguments = new ArrayList<>();
    Collections.addAll(arguments, words);
    Collections.addAll(arguments, "--endpoint", endpoint);
    return CapturedOutput.lines(() -> command.run(arguments));
  }
}
