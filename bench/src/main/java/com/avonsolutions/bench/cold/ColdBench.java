package com.avonsolutions.bench.cold;

import com.avonsolutions.testing.EmbeddedDynamoDb;
import com.avonsolutions.testing.Project;
import com.avonsolutions.testing.SamTemplate;
import com.avonsolutions.testing.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

public final class ColdBench {
  public static void main(String[] args) throws Exception {
    int rounds = Integer.parseInt(args[0]);
    Path target = Project.root().resolve("bench/target");
    Path log = target.resolve("functions.log");
    Files.deleteIfExists(log);
    SamTemplate template = SamTemplate.ofProject();
    try (EmbeddedDynamoDb database = EmbeddedDynamoDb.inMemory()) {
      new Tables(database.client(), template.tables().values()).create();
      Map<String, String> environment = new HashMap<>(database.environment());
      environment.putAll(
          template.environment(
              "ContactFunction", Map.of("DynamoDbEndpoint", database.endpoint().toString())));
      LambdaRuntime runtime =
          new LambdaRuntime(
              Path.of(args[1]), target.resolve("ric"), List.of("taskset", "-c", "0"), environment);
      List<Variant> variants = new ArrayList<>();
      ColdStarts starts =
          new ColdStarts(
              new Events(),
              Integer.getInteger("warming", 300),
              Integer.getInteger("measured", 300),
              log);
      for (int i = 2; i < args.length; i++) {
        String[] spec = args[i].split("=", -1);
        Path task = target.resolve("artifacts/" + spec[1]);
        String handler =
            spec[1].startsWith("contact")
                ? "com.avonsolutions.contact.TakeLeadsHandler"
                : "com.avonsolutions.bench.twin.TakeLeads";
        switch (spec[0]) {
          case "zip" -> variants.add(runtime.zip("zip " + spec[1], task, handler));
          case "snap" -> variants.add(runtime.snapStart("snap " + spec[1], task, handler));
          case "image" -> variants.add(runtime.image("image " + spec[1], task, handler, List.of()));
          case "aot" -> {
            Path cache = target.resolve(spec[1] + ".aot");
            Files.deleteIfExists(cache);
            starts.train(
                runtime.image("train", task, handler, List.of("-XX:AOTCacheOutput=" + cache)), 30);
            variants.add(
                runtime.image(
                    "aot " + spec[1],
                    task,
                    handler,
                    List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)));
          }
          default -> throw new IllegalArgumentException(spec[0]);
        }
      }
      Map<String, List<Start>> results = new LinkedHashMap<>();
      for (int round = 0; round < rounds; round++) {
        for (Variant variant : variants) {
          results
              .computeIfAbsent(variant.name(), n -> new ArrayList<>())
              .add(starts.measure(variant));
        }
      }
      results.forEach(
          (name, all) ->
              System.out.printf(
                  "%-28s ready %6.0f first %6.0f cpu %6.0f (alone %6.1f) second %6.1f p50 %5.2f p99 %6.2f mem %5.0f classes %d%n",
                  name,
                  median(all.stream().mapToDouble(Start::ready).toArray()),
                  median(all.stream().mapToDouble(Start::first).toArray()),
                  median(all.stream().mapToDouble(Start::work).toArray()),
                  median(all.stream().mapToDouble(Start::firstAlone).toArray()),
                  median(all.stream().mapToDouble(Start::second).toArray()),
                  median(all.stream().mapToDouble(Start::median).toArray()),
                  median(all.stream().mapToDouble(Start::worst).toArray()),
                  median(all.stream().mapToDouble(Start::peakMegabytes).toArray()),
                  all.get(0).classes()));
    }
  }

  static double median(double[] values) {
    java.util.Arrays.sort(values);
    return values[values.length / 2];
  }
}
