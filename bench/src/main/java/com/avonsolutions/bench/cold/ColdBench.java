package com.avonsolutions.bench.cold;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.bench.Functions;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.sandbox.ArtifactSize;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code make bench-cold}: starts the contact function and its baselines many times, in turns, so
 * that other load on the machine affects all of them alike. The make target packages them first.
 */
public final class ColdBench {
  private static final String CONTACT = "com.avonsolutions.contact.SubmitLeadsHandler";
  private static final String BASELINE = "com.avonsolutions.bench.baseline.SubmitLeads";
  private static final int TRAINING_REQUESTS = 30;
  private static final int WARM_UP_REQUESTS = 500;

  private final Path target = Project.root().resolve("bench/target");
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final ColdStartRunner runner;
  private final LambdaRuntime runtime;

  private ColdBench(Path java, Map<String, String> environment, LeadEvents events)
      throws IOException {
    Path log = target.resolve("functions.log");
    Files.deleteIfExists(log);
    this.runner = new ColdStartRunner(events, log);
    this.runtime = new LambdaRuntime(java, target.resolve("ric"), oneCpu(), environment);
  }

  /**
   * Measures, and writes the section of docs/performance.md.
   *
   * @param args {@code --java FILE} of a JDK 25, and {@code --rounds N} (default: 20)
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    Path java = Path.of(options.getOrDefault("--java", ""));
    if (Files.notExists(java.resolveSibling("jcmd"))) {
      throw new IllegalStateException(
          "Lambda's runtime is JDK 25: name one with make bench-cold JDK25=/path/of/jdk");
    }
    SamTemplate template = SamTemplate.ofProject();
    try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory()) {
      new Tables(database.client(), template.tables().values()).create();
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.putAll(
          template.environment(
              "ContactFunction", Map.of("DynamoDbEndpoint", database.endpoint().toString())));
      LeadEvents events = new LeadEvents();
      warmUpDatabase(template, database.endpoint(), events);
      new ColdBench(java, environment, events)
          .run(Integer.parseInt(options.getOrDefault("--rounds", "20")));
    }
  }

  /**
   * DynamoDB is never cold, but DynamoDB Local is: what a function asks only in its first request
   * would take the engine several times as long as later.
   */
  private static void warmUpDatabase(SamTemplate template, URI database, LeadEvents events)
      throws IOException {
    EventFixtures.Case lead = EventFixtures.named("contact", "post-json");
    try (Functions functions = new Functions(template)) {
      for (int i = 0; i < WARM_UP_REQUESTS; i++) {
        RequestStreamHandler instance = functions.start("ContactFunction", database);
        Functions.check(lead, EventFixtures.response(instance, events.next()));
        Functions.stop(instance);
      }
    }
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path contact = target.resolve("artifacts/contact");
    Path baseline = target.resolve("artifacts/baseline");
    Path baselineAlike = target.resolve("artifacts/baseline-jar");
    add(ColdSection.CONTACT, runtime.zip(contact, CONTACT));
    add(ColdSection.BASELINE, runtime.zip(baseline, BASELINE));
    add(ColdSection.BASELINE_ALIKE, runtime.zip(baselineAlike, BASELINE));
    addNode();
    addWithAotCache(ColdSection.CONTACT_CACHE, contact, CONTACT);
    addWithAotCache(ColdSection.BASELINE_CACHE, baselineAlike, BASELINE);
    add(ColdSection.CONTACT_PRIMED, runtime.snapStart(contact, CONTACT));
    Map<String, List<ColdStart>> results = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("Round " + round + " of " + rounds);
      List<Map.Entry<String, Variant>> order = new ArrayList<>(variants.entrySet());
      // So that no variant always comes first or after the same one.
      Collections.rotate(order, round - 1);
      for (Map.Entry<String, Variant> variant : order) {
        results
            .computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
            .add(runner.measure(variant.getValue()));
      }
    }
    long size = ArtifactSize.zipped(contact);
    Report.write("bench-cold", Machine.inspect(), ColdSection.of(results, size, leftOut));
  }

  private void add(String name, Variant variant) {
    variants.put(name, variant);
  }

  /** Trains an AOT cache with real requests; AOTMode=on makes later starts fail without it. */
  private void addWithAotCache(String name, Path task, String handler)
      throws IOException, InterruptedException {
    Path cache = task.resolveSibling(task.getFileName() + ".aot");
    Files.deleteIfExists(cache);
    runner.train(
        runtime.image(task, handler, List.of("-XX:AOTCacheOutput=" + cache)), TRAINING_REQUESTS);
    add(name, runtime.image(task, handler, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)));
  }

  private void addNode() {
    Path folder = Project.root().resolve("bench/baseline-node");
    if (program("node").isEmpty() || Files.notExists(folder.resolve("target/submit-leads.cjs"))) {
      leaveOut("The Node.js baseline is left out: there is no Node.js 20 with npm.");
      return;
    }
    add(ColdSection.NODE, runtime.node(folder));
  }

  /** One CPU, as Lambda gives a function of this size. DynamoDB and the client use all CPUs. */
  private List<String> oneCpu() {
    if (program("taskset").isEmpty()) {
      leaveOut("The functions use all CPUs: there is no taskset to limit them to one.");
      return List.of();
    }
    return List.of("taskset", "-c", "0");
  }

  private void leaveOut(String reason) {
    System.out.println(reason);
    leftOut.add(reason);
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
