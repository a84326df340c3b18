package com.avonsolutions.staff;

import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The staff commands. A new one is a method with {@code @Command} in the class of its noun; a new
 * noun is a class, added in {@link #commandLine}.
 */
@Command(name = "staff", description = "Reads and changes the tables of the site.")
public final class Main {

  private Main() {}

  public static void main(String[] arguments) {
    int exitCode = run(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  /** Runs one command in this process, and returns its exit code. */
  public static int run(String... arguments) {
    return run(System.getenv(), System.out, System.err, arguments);
  }

  /**
   * Runs one command with other environment variables and streams than those of this process.
   *
   * @return 0 when it succeeded, 1 when it failed, 2 when the arguments are wrong
   */
  public static int run(
      Map<String, String> variables, PrintStream out, PrintStream err, String... arguments) {
    Session session = new Session(Clock.systemUTC(), variables, Session::sleep, out);
    return CommandRunner.run(commandLine(session), out, err, arguments);
  }

  static CommandLine commandLine(Session session) {
    return new CommandLine(new Main())
        .addSubcommand(
            new CommandLine(new LeadsCommand(session)).addSubcommand(new BackfillCommand(session)))
        .addSubcommand(new ConsentCommand(session))
        .addSubcommand(new FormsCommand(session))
        .addSubcommand(new FaqsCommand(session))
        .addSubcommand(new QuestionsCommand(session))
        .addSubcommand(new VotesCommand(session))
        .addSubcommand(new TestimonialsCommand(session))
        .addSubcommand(new ChannelsCommand(session))
        .addSubcommand(new NoticesCommand(session))
        .addSubcommand(new MailCommand(session))
        .addSubcommand(new SamplesCommand(session))
        .addSubcommand(new CompletionCommand(session));
  }
}
