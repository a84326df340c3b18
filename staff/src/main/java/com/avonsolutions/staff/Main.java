package com.avonsolutions.staff;

import com.avonsolutions.sandbox.template.TemplateException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The staff commands: the first word selects one. */
public final class Main {

  private static final Map<String, Command> COMMANDS =
      Map.of(
          "faqs",
          new FaqsCommand(),
          "forms",
          new FormsCommand(),
          "leads",
          new LeadsCommand(Clock.systemUTC()),
          "questions",
          new QuestionsCommand(Clock.systemUTC()),
          "samples",
          new SamplesCommand(Clock.systemUTC(), System.getenv()),
          "testimonials",
          new TestimonialsCommand(),
          "votes",
          new VotesCommand(Clock.systemUTC()));

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = run(List.of(arguments));
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  private static int run(List<String> arguments) {
    try {
      if (arguments.isEmpty()) {
        throw new UserError("Say which command: one of " + new TreeSet<>(COMMANDS.keySet()) + ".");
      }
      command(arguments.get(0)).run(arguments.subList(1, arguments.size()));
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

  private static Command command(String name) {
    Command command = COMMANDS.get(name);
    if (command == null) {
      throw new UserError(
          "There is no command \""
              + name
              + "\", only "
              + new TreeSet<>(COMMANDS.keySet())
              + ". Try --help.");
    }
    return command;
  }
}
