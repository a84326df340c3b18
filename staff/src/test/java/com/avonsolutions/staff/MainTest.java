package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.MutableClock;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb;
import com.avonsolutions.sandbox.engine.FaultyDynamoDb.Fault;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.standin.StandInReply;
import com.avonsolutions.sandbox.standin.StandInServer;
import com.avonsolutions.staff.StaffTerminal.Result;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** Help, exit codes, and the one line of every failure. */
class MainTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private static final String USE_TABLES =
      "use the address that the local server prints as Tables.";

  private final MutableClock clock = new MutableClock();
  private final StaffTerminal terminal = new StaffTerminal(clock);

  static Stream<String> commands() {
    return Commands.all().stream();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void help_shouldDescribeEveryCommand(String command) {
    Result help = terminal.run((command + " --help").split(" ", -1));

    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(String.join(" ", help.out()).replaceAll("\\s+", " "))
        .startsWith("Usage: staff " + command + " [-h]")
        .contains("--stacktrace Show the stack trace");
    assertThat(help.out()).as("a description").anyMatch(line -> line.matches("(?!Usage)[A-Z].*"));
  }

  @Test
  void completion_shouldKnowTheWords() {
    Result script = terminal.run("completion");

    assertThat(script.exitCode()).isZero();
    assertThat(String.join("\n", script.out()))
        .contains("_complete_staff", "quarantine", "--endpoint", "--stacktrace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          deploy                              | There is no command "deploy", only: leads, consent, forms, faqs, questions, votes, testimonials, channels, notices, mail, samples, completion. Try --help.
          leads                               | Say which command: leads list, leads quarantine, leads release, leads withdraw, leads backfill. Try leads --help.
          votes show                          | There is no command "votes show", only: list. Try votes --help.
          leads list                          | Say which table: --endpoint http://localhost:PORT as the local server prints it, or --table NAME from the outputs of the deployed stack.
          leads list --endpoint               | Say which table: --endpoint http://localhost:PORT as the local server prints it, or --table NAME from the outputs of the deployed stack.
          leads list --endpoint localhost:80  | --endpoint: "localhost:80" is not a URL: write it like http://localhost:8000.
          leads list --endpoint http://a:b/   | --endpoint: "http://a:b/" is not a URL: write it like http://localhost:8000.
          leads list --endpoint http://localhost:99999 | --endpoint: "http://localhost:99999" is not a URL: write it like http://localhost:8000.
          leads list --endpoint http://localhost:0 | --endpoint: "http://localhost:0" is not a URL: write it like http://localhost:8000.
          leads list --endpoint http://a --table b | --endpoint=URL, --table=NAME are mutually exclusive (specify only one). Try leads list --help.
          leads list --tabel x                | Unknown option: '--tabel'. Try leads list --help.
          leads list monday --endpoint http://localhost:1 | "monday" is not a day: write it like 2026-11-22.
          testimonials list old --table x     | "old" is not a state: write pending, approved, rejected or spam.
          samples send                        | Missing required parameter: 'BASE'. Try samples send --help.
          samples receive http://localhost:1  | There is no command "samples receive", only: send. Try samples --help.
          samples send http://localhost:1 --only tiktok | --only: "tiktok" is not a source: name some of google-ads,meta,linkedin,indiamart,justdial,webhook.
          samples send http://www.example.com | "http://www.example.com" is not the address of a site: write https://HOST, or http://localhost:PORT.
          samples send http://localhost:65536 | "http://localhost:65536" is not the address of a site: write https://HOST, or http://localhost:PORT.
          samples send www.example.com        | "www.example.com" is not the address of a site: write https://HOST, or http://localhost:PORT.
          """)
  void arguments_shouldBeRefusedWithTwo(String arguments, String line) {
    terminal.run(arguments.split(" ", -1)).shouldBe(2, line);
  }

  @Test
  void noArguments_shouldBeRefusedWithTwo() {
    terminal
        .run()
        .shouldBe(
            2,
            "Say which command: leads, consent, forms, faqs, questions, votes, testimonials, channels,"
                + " notices, mail, samples, completion. Try --help.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "leads list",
        "leads quarantine",
        "leads release 1",
        "leads withdraw a@b.in",
        "faqs load",
        "questions list",
        "votes list",
        "testimonials list",
        "testimonials approve 1"
      })
  void endpoint_shouldBeNamed_whenItDoesNotAnswer(String command) {
    terminal
        .on("http://localhost:1", command.split(" ", -1))
        .shouldBe(
            1,
            "http://localhost:1 does not answer: start the local server, and use the address that"
                + " it prints as Tables.");
  }

  @Test
  void endpoint_shouldBeNamed_whenItIsNotDynamoDb() {
    StandInReply page =
        StandInReply.of(
            404, "text/html", "<!doctype html><title>Not found</title>".getBytes(UTF_8));
    try (StandInServer site = new StandInServer(request -> page)) {
      terminal
          .on(site.address(), "leads", "list")
          .shouldBe(1, site.address() + " answers 404 and is not DynamoDB: " + USE_TABLES);
    }
  }

  @Test
  void table_shouldBeMissing_whenItIsNotThere() {
    DATABASE.client().deleteTable(r -> r.tableName("LeadsTable"));

    terminal
        .on(DATABASE.endpoint(), "leads", "list")
        .shouldBe(1, DATABASE.endpoint() + " has no such table: " + USE_TABLES);
    terminal
        .on(DATABASE.endpoint(), "questions", "list", "--faqs", "Faqs")
        .shouldBe(1, DATABASE.endpoint() + " has no table Faqs: " + USE_TABLES);
  }

  @Test
  void store_shouldBeBusy_whenItThrottles() {
    try (FaultyDynamoDb faulty = new FaultyDynamoDb(DATABASE.endpoint())) {
      faulty.always(Fault.THROTTLED);

      terminal
          .on(faulty.endpoint(), "leads", "list")
          .shouldBe(
              1,
              faulty.endpoint()
                  + " cannot answer now (ThrottlingException): try again in a minute.");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UnrecognizedClientException | does not accept the AWS credentials (UnrecognizedClientException): set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and, for temporary ones, AWS_SESSION_TOKEN again.
          AccessDeniedException       | refuses: the AWS credentials have no right to do this (AccessDeniedException). Use a role that has.
          ValidationException         | refuses (ValidationException): No such index Is it the right table?
          """)
  void credentials_shouldBeNamed_whenAwsRefuses(String code, String line) {
    StandInReply error =
        StandInReply.json(
            400, "{\"__type\":\"com.amazon.coral#" + code + "\",\"message\":\"No such index\"}");
    try (StandInServer aws = new StandInServer(request -> error)) {
      terminal.on(aws.address(), "leads", "list").shouldBe(1, aws.address() + " " + line);
    }
  }

  @Test
  void environment_shouldBeNamed_whenADeployedTableNeedsMore() {
    terminal
        .run("leads", "list", "--table", "x")
        .shouldBe(1, "Set AWS_REGION to the region of the deployed stack.");
    new StaffTerminal(clock, Map.of("AWS_REGION", "ap-south-1"), time -> {})
        .run("leads", "list", "--table", "x")
        .shouldBe(
            1,
            "No AWS credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, for a profile"
                + " with eval \"$(aws configure export-credentials --format env)\".");
  }

  @Test
  void id_shouldBeNamed_whenItIsUnknown() {
    terminal
        .on(DATABASE.endpoint(), "testimonials", "approve", "1")
        .shouldBe(1, "There is no testimonial 1. Try testimonials list.");
  }

  @Test
  void unexpectedFailure_shouldBeOneLine_withoutStacktrace() {
    broken()
        .run("break")
        .shouldBe(
            1,
            "IllegalStateException: Two lines (IOException: disk). Add --stacktrace to see where.");
  }

  @Test
  void unexpectedFailure_shouldHaveItsTrace_withStacktrace() {
    List<String> err = broken().run("break", "--stacktrace").err();

    assertThat(err)
        .startsWith(
            "IllegalStateException: Two lines (IOException: disk). Add --stacktrace to see where.")
        .contains("java.lang.IllegalStateException: Two", "Caused by: java.io.IOException: disk");
  }

  private StaffTerminal broken() {
    return new StaffTerminal(
        session -> new CommandLine(CommandSpec.create()).addSubcommand(new Broken()),
        clock,
        Map.of(),
        time -> {});
  }

  @Command(name = "break")
  private static final class Broken implements Runnable {
    @Override
    public void run() {
      throw new IllegalStateException("Two\nlines", new IOException("disk"));
    }
  }
}
