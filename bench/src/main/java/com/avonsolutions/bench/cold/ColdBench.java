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
 * Starts the contact function and its twins again and again, one after the other and by turns, so
 * that whatever else the machine does meets all alike. {@code make bench-cold} lays everything out
 * before.
 */
public final class ColdBench {
  private static final String CONTACT = "com.avonsolutions.contact.SubmitLeadsHandler";
  private static final String TWIN = "com.avonsolutions.bench.twin.TakeLeads";
  private static final int TRAINING = 30;
  private static final int PRACTICE = 500;

  private final Path target = Project.root().resolve("bench/target");
  private final List<String> leftOut = new ArrayList<>();
  private final Map<String, Variant> variants = new LinkedHashMap<>();
  private final ColdStarts starts;
  private final LambdaRuntime runtime;

  private ColdBench(Path java, Map<String, String> environment, Events events) throws IOException {
    Path log = target.resolve("functions.log");
    Files.deleteIfExists(log);
    this.starts = new ColdStarts(events, log);
    this.runtime = new LambdaRuntime(java, target.resolve("ric"), oneCpu(), environment);
  }

  /**
   * Measures and writes the section of docs/performance.md.
   *
   * @param args {@code --rounds N}, 20 without, and {@code --java FILE} of a JDK 25
   */
  public static void main(String[] args) throws Exception {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    Path java = Path.of(options.getOrDefault("--java", ""));
    if (Files.notExists(java.resolveSibling("jcmd"))) {
      throw new IllegalStateException(
          "Lambda's runtime is a JDK 25: say where one is, make bench-cold JDK25=/path/of/it");
    }
    SamTemplate template = SamTemplate.ofProject();
    try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory()) {
      new Tables(database.client(), template.tables().values()).create();
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.putAll(
          template.environment(
              "ContactFunction", Map.of("DynamoDbEndpoint", database.endpoint().toString())));
      Events events = new Events();
      practise(template, database.endpoint(), events);
      new ColdBench(java, environment, events)
          .run(Integer.parseInt(options.getOrDefault("--rounds", "20")));
    }
  }

  /**
   * DynamoDB is never cold, but DynamoDB Local is: what a function asks it in its first request
   * only would take the engine several times as long as it does in the end.
   */
  private static void practise(SamTemplate template, URI database, Events events)
      throws IOException {
    EventFixtures.Case lead = EventFixtures.named("contact", "post-json");
    try (Functions functions = new Functions(template)) {
      for (int i = 0; i < PRACTICE; i++) {
        RequestStreamHandler instance = functions.start("ContactFunction", database);
        Functions.check(lead, EventFixtures.response(instance, events.next()));
        Functions.stop(instance);
      }
    }
  }

  private void run(int rounds) throws IOException, InterruptedException {
    Path contact = target.resolve("artifacts/contact");
    Path twin = target.resolve("artifacts/twin");
    Path twinAlike = target.resolve("artifacts/twin-jar");
    add(ColdSection.CONTACT, runtime.zip(contact, CONTACT));
    add(ColdSection.TWIN, runtime.zip(twin, TWIN));
    add(ColdSection.TWIN_ALIKE, runtime.zip(twinAlike, TWIN));
    addNode();
    addTrained(ColdSection.CONTACT_CACHE, contact, CONTACT);
    addTrained(ColdSection.TWIN_CACHE, twinAlike, TWIN);
    add(ColdSection.CONTACT_PRIMED, runtime.snapStart(contact, CONTACT));
    Map<String, List<Start>> results = new LinkedHashMap<>();
    for (int round = 1; round <= rounds; round++) {
      System.out.println("Round " + round + " of " + rounds);
      List<Map.Entry<String, Variant>> order = new ArrayList<>(variants.entrySet());
      // So that none always follows the same, or comes first.
      Collections.rotate(order, round - 1);
      for (Map.Entry<String, Variant> variant : order) {
        results
            .computeIfAbsent(variant.getKey(), name -> new ArrayList<>())
            .add(starts.measure(variant.getValue()));
      }
    }
    long size = ArtifactSize.zipped(contact);
    Report.write("bench-cold", Machine.look(), ColdSection.of(results, size, leftOut));
  }

  private void add(String name, Variant variant) {
    variants.put(name, variant);
  }

  /** Trains a cache with real requests, and refuses to start without it afterwards. */
  private void addTrained(String name, Path task, String handler)
      throws IOException, InterruptedException {
    Path cache = task.resolveSibling(task.getFileName() + ".aot");
    Files.deleteIfExists(cache);
    starts.train(runtime.image(task, handler, List.of("-XX:AOTCacheOutput=" + cache)), TRAINING);
    add(name, runtime.image(task, handler, List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)));
  }

  private void addNode() {
    Path folder = Project.root().resolve("bench/twin-node");
    if (program("node").isEmpty() || Files.notExists(folder.resolve("target/take-leads.cjs"))) {
      leaveOut("The twin in Node.js is left out: there is no Node.js 20 with npm.");
      return;
    }
    add(ColdSection.NODE, runtime.node(folder));
  }

  /** What a function of this size gets of a machine; DynamoDB and whoever asks have all of it. */
  private List<String> oneCpu() {
    if (program("taskset").isEmpty()) {
      leaveOut("All CPUs are used: there is no taskset to give a process one.");
      return List.of();
    }
    return List.of("taskset", "-c", "0");
  }

  private void leaveOut(String what) {
    System.out.println(what);
    leftOut.add(what);
  }

  private static Optional<Path> program(String name) {
    return Arrays.stream(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
