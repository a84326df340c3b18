package com.avonsolutions.bench.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lambda's java25 as far as it affects a start: its JVM flags, and its runtime interface client,
 * which finds the handler in the task's folder.
 *
 * @param java the java program of a JDK 25
 * @param client the folder with the client's jars
 * @param cpu a command prefix that limits the process to one CPU
 * @param environment for every function: region, credentials, the template's settings
 */
record LambdaRuntime(Path java, Path client, List<String> cpu, Map<String, String> environment) {
  private static final int MEMORY_MEGABYTES = 1024;
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** A function in a zip, started without a snapshot. */
  Variant zip(Path task, String handler) {
    return zip(task, handler, List.of("-XX:TieredStopAtLevel=1"), Map.of());
  }

  /** A function in a zip with SnapStart; its snapshot is taken and restored at once. */
  Variant snapStart(Path task, String handler) {
    return zip(
        task,
        handler,
        List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
  }

  private Variant zip(
      Path task, String handler, List<String> flags, Map<String, String> variables) {
    return variant(task, handler, flags, client + "/*", variables);
  }

  /**
   * A function in a container image. Its jars are on the class path, where AOT caches can use them,
   * and the template's JVM flags for zips do not apply.
   *
   * @param flags JVM flags of the AOT cache
   */
  Variant image(Path task, String handler, List<String> flags) {
    List<String> all = new ArrayList<>(flags);
    all.add("-XX:TieredStopAtLevel=1");
    Map<String, String> variables = Map.of("JAVA_TOOL_OPTIONS", "");
    return variant(task, handler, all, task + "/lib/*:" + client + "/*", variables);
  }

  /** A bundle for Node.js, run by a small copy of Lambda's runtime loop. */
  Variant node(Path folder) {
    List<String> command = new ArrayList<>(cpu);
    command.addAll(List.of("node", "runtime.cjs", "./target/submit-leads.cjs"));
    return new Variant(List.copyOf(command), folder, environment);
  }

  private Variant variant(
      Path task,
      String handler,
      List<String> flags,
      String classPath,
      Map<String, String> variables) {
    List<String> command = new ArrayList<>(cpu);
    command.add(java.toString());
    command.add("-Xmx" + MEMORY_MEGABYTES * 9 / 10 + "m");
    command.add("-Xms" + MEMORY_MEGABYTES / 64 + "m");
    command.add("-XX:+UseSerialGC");
    command.addAll(flags);
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.net.preferIPv4Stack=true",
            "-cp",
            classPath,
            MAIN,
            handler));
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MEGABYTES));
    return new Variant(List.copyOf(command), task, Map.copyOf(all));
  }
}
