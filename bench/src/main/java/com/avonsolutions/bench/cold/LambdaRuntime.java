package com.avonsolutions.bench.cold;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lambda's java25 as far as it decides about a start: its flags, and its runtime interface client
 * that finds the handler in the task's folder.
 *
 * @param java of a JDK 25
 * @param client the folder of the client's jars
 * @param cpu what puts a command before it, so that it has one CPU
 * @param environment of every function: the region, credentials, the template's settings
 */
record LambdaRuntime(Path java, Path client, List<String> cpu, Map<String, String> environment) {
  private static final int MEMORY = 1024;
  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  /** A zip's function, as it starts where there is no snapshot. */
  Variant zip(Path task, String handler) {
    return zip(task, handler, List.of("-XX:TieredStopAtLevel=1"), Map.of());
  }

  /** A zip's function whose snapshot is taken and restored at once. */
  Variant snapStart(Path task, String handler) {
    return zip(
        task,
        handler,
        List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
        Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
  }

  private Variant zip(Path task, String handler, List<String> flags, Map<String, String> more) {
    return variant(task, handler, flags, client + "/*", more);
  }

  /**
   * A container image's function, its libraries on the class path, where the JVM's archives see
   * them, and without the flags that the template has for zips.
   *
   * @param flags of the archive
   */
  Variant image(Path task, String handler, List<String> flags) {
    List<String> all = new ArrayList<>(flags);
    all.add("-XX:TieredStopAtLevel=1");
    Map<String, String> more = Map.of("JAVA_TOOL_OPTIONS", "");
    return variant(task, handler, all, task + "/lib/*:" + client + "/*", more);
  }

  /** A bundle for Node.js, behind a runtime of a few lines as Lambda's own is. */
  Variant node(Path folder) {
    List<String> command = new ArrayList<>(cpu);
    command.addAll(List.of("node", "runtime.cjs", "./target/take-leads.cjs"));
    return new Variant(List.copyOf(command), folder, environment);
  }

  private Variant variant(
      Path task, String handler, List<String> flags, String classPath, Map<String, String> more) {
    List<String> command = new ArrayList<>(cpu);
    command.add(java.toString());
    command.add("-Xmx" + MEMORY * 9 / 10 + "m");
    command.add("-Xms" + MEMORY / 64 + "m");
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
    all.putAll(more);
    all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY));
    return new Variant(List.copyOf(command), task, Map.copyOf(all));
  }
}
