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
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * {@code samples send BASE}: sends what the platforms document to a running site, signed, and says
 * whether it answers as it should. The samples are files of events/, so that tests send the same.
 * Sent again they are the same leads.
 */
public final class SamplesCommand implements Command {
  private static final String USAGE =
      "Usage: samples send https://BASE [--only google-ads,meta,linkedin,indiamart,justdial,webhook]";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int LONGEST_SHOWN = 100;

  /** By the folder of events/. */
  private static final Map<String, List<String>> SAMPLES = samples();

  private final Clock clock;
  private final Map<String, String> secrets;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * Makes the command.
   *
   * @param secrets by the names of {@link SampleSigner}; those that are missing are the samples'
   */
  public SamplesCommand(Clock clock, Map<String, String> secrets) {
    this.clock = clock;
    this.secrets = secrets;
  }

  private static Map<String, List<String>> samples() {
    Map<String, List<String>> samples = new LinkedHashMap<>();
    samples.put("google-ads", List.of("post-test-lead", "post-wrong-key"));
    samples.put(
        "meta",
        List.of("get-verify", "get-verify-wrong-token", "post-event", "post-wrong-signature"));
    samples.put(
        "linkedin",
        List.of("get-challenge", "post-created", "post-wrong-signature", "post-deleted"));
    samples.put("indiamart", List.of("post-enquiry", "post-catalogue-view", "post-wrong-token"));
    samples.put("justdial", List.of("get-enquiry", "post-json", "get-wrong-token"));
    samples.put("webhook", List.of("post-lead", "post-wrong-signature"));
    return samples;
  }

  @Override
  public void run(List<String> arguments) throws IOException {
    boolean chosen = arguments.size() == 4 && arguments.get(2).equals("--only");
    if ((arguments.size() != 2 && !chosen) || !arguments.get(0).equals("send")) {
      throw new UserError(USAGE);
    }
    URI base = base(arguments.get(1));
    List<String> sources =
        chosen ? List.of(arguments.get(3).split(",", -1)) : List.copyOf(SAMPLES.keySet());
    if (!SAMPLES.keySet().containsAll(sources)) {
      throw new UserError(USAGE);
    }
    SampleSigner signer = new SampleSigner(secrets, clock);
    List<EventFixtures.Case> cases = sources.stream().flatMap(SamplesCommand::cases).toList();
    List<String> wrong = new ArrayList<>();
    for (EventFixtures.Case sample : cases) {
      Answer answer = send(base, signer.sign(sample));
      String mistake = mistake(sample, signer.asWithSampleSecrets(sample, answer));
      System.out.printf(
          "%-4s %-34s %d  %s%n",
          mistake.isEmpty() ? "ok" : "NOT", sample, answer.status(), line(answer.text()));
      if (!mistake.isEmpty()) {
        System.out.println("     " + line(mistake));
        wrong.add(sample.toString());
      }
    }
    System.out.printf("%d as expected, %d not%n", cases.size() - wrong.size(), wrong.size());
    if (!wrong.isEmpty()) {
      throw new UserError("Not as expected: " + String.join(", ", wrong));
    }
  }

  /** Secrets go in the clear to this machine only. */
  private static URI base(String typed) {
    try {
      URI base = URI.create(typed.replaceFirst("/+$", ""));
      boolean here =
          base.getHost() != null
              && List.of("localhost", "127.0.0.1", "[::1]").contains(base.getHost());
      if (base.getHost() != null && ("https".equals(base.getScheme()) || here)) {
        return base;
      }
    } catch (IllegalArgumentException e) {
      // Answered below, as any other that does not do.
    }
    throw new UserError(
        "\"" + typed + "\" will not do: write https://HOST, or http://localhost:PORT.");
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
            .timeout(PATIENCE)
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

  private static String mistake(EventFixtures.Case sample, Answer answer) throws IOException {
    try {
      EventFixtures.check(sample, answer);
      return "";
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static String line(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "…";
  }
}
