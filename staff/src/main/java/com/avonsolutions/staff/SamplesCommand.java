package com.avonsolutions.staff;

import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code samples}. The samples are files of events/, so the tests send the same. */
@Command(name = "samples", description = "The sample requests of platforms.")
final class SamplesCommand {
  private static final String ALL_SOURCES = "google-ads,meta,linkedin,indiamart,justdial,webhook";

  /** Names of samples, by the folder of events/. */
  private static final Map<String, List<String>> SAMPLES =
      Map.of(
          "google-ads",
          List.of("post-test-lead", "post-wrong-key"),
          "meta",
          List.of("get-verify", "get-verify-wrong-token", "post-event", "post-wrong-signature"),
          "linkedin",
          List.of("get-challenge", "post-created", "post-wrong-signature", "post-deleted"),
          "indiamart",
          List.of("post-enquiry", "post-catalogue-view", "post-wrong-token"),
          "justdial",
          List.of("get-enquiry", "post-json", "get-wrong-token"),
          "webhook",
          List.of("post-lead", "post-wrong-signature"));

  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final int MAX_LINE = 100;

  private final Session session;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  SamplesCommand(Session session) {
    this.session = session;
  }

  /** Reads the address of a site. Secrets are sent unencrypted to this machine only. */
  private static final class Base implements ITypeConverter<URI> {
    @Override
    public URI convert(String typed) {
      return Addresses.http(typed)
          .filter(
              base ->
                  "https".equals(base.getScheme())
                      || List.of("localhost", "127.0.0.1", "[::1]").contains(base.getHost()))
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "\""
                          + typed
                          + "\" is not the address of a site: write https://HOST, or"
                          + " http://localhost:PORT."));
    }
  }

  private static final class Source implements ITypeConverter<String> {
    @Override
    public String convert(String typed) {
      if (!SAMPLES.containsKey(typed)) {
        throw new TypeConversionException(
            "\"" + typed + "\" is not a source: name some of " + ALL_SOURCES + ".");
      }
      return typed;
    }
  }

  @Command(
      name = "send",
      description =
          "Sends each platform's samples, signed, to a running site and checks the answers. They"
              + " leave leads; sent again they are the same leads. The secrets are"
              + " GOOGLE_ADS_KEY, META_VERIFY_TOKEN, META_APP_SECRET, LINKEDIN_CLIENT_SECRET,"
              + " INDIAMART_TOKEN, JUSTDIAL_TOKEN, JUSTDIAL_REPLY and FORM_SECRET in the"
              + " environment; those of the local server need not be given.")
  void send(
      @Parameters(
              paramLabel = "BASE",
              converter = Base.class,
              description = "The site: https://HOST, or http://localhost:PORT.")
          URI base,
      @Option(
              names = "--only",
              paramLabel = "SOURCE",
              split = ",",
              defaultValue = ALL_SOURCES,
              converter = Source.class,
              description = "Some of ${DEFAULT-VALUE}.")
          List<String> sources)
      throws IOException {
    SampleSigner signer = new SampleSigner(session.variables(), session.clock());
    List<EventFixtures.Case> cases = sources.stream().flatMap(SamplesCommand::cases).toList();
    List<String> wrong = new ArrayList<>();
    for (EventFixtures.Case sample : cases) {
      Answer answer = send(base, signer.sign(sample));
      Optional<String> mistake = mistake(sample, signer.asWithSampleSecrets(sample, answer));
      session
          .out()
          .printf(
              "%-4s %-34s %d  %s%n",
              mistake.isEmpty() ? "ok" : "NOT", sample, answer.status(), line(answer.text()));
      mistake.ifPresent(
          text -> {
            session.out().println("     " + line(text));
            wrong.add(sample.toString());
          });
    }
    session.out().printf("%d as expected, %d not%n", cases.size() - wrong.size(), wrong.size());
    if (!wrong.isEmpty()) {
      throw new UserError("Not as expected: " + String.join(", ", wrong));
    }
  }

  private static Stream<EventFixtures.Case> cases(String source) {
    List<EventFixtures.Case> all = EventFixtures.cases(source).toList();
    return SAMPLES.getOrDefault(source, List.of()).stream()
        .map(
            name ->
                all.stream()
                    .filter(sample -> sample.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new UserError("events/" + source + " has no " + name)));
  }

  private Answer send(URI base, WireRequest sample) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + sample.target()))
            .timeout(TIMEOUT)
            .method(sample.method(), BodyPublishers.ofByteArray(sample.body()));
    sample.headers().forEach(request::header);
    try {
      HttpResponse<byte[]> response = client.send(request.build(), BodyHandlers.ofByteArray());
      Map<String, String> headers = new LinkedHashMap<>();
      response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
      return Answer.of(response.statusCode(), headers, response.body());
    } catch (IOException e) {
      throw new UserError(base + " does not answer: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted.", e);
    }
  }

  private static Optional<String> mistake(EventFixtures.Case sample, Answer answer)
      throws IOException {
    try {
      EventFixtures.check(sample, answer);
      return Optional.empty();
    } catch (AssertionError e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_LINE ? line : line.substring(0, MAX_LINE) + "…";
  }
}
