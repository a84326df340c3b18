package com.avonsolutions.local;

import com.avonsolutions.testing.EmbeddedDynamoDb;
import com.avonsolutions.testing.SamTemplate;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The functions of a template behind an HTTP server that only this machine reaches. */
final class Site implements AutoCloseable {

  static {
    // Without it every answer on a kept-alive connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final HttpServer http;
  private final ExecutorService requests = Executors.newCachedThreadPool();
  private final Map<String, LocalFunction> functions = new LinkedHashMap<>();

  private Site(HttpServer http) {
    this.http = http;
    http.setExecutor(requests);
  }

  /** Takes the port at once, so that a taken one is known before anything slow has begun. */
  static Site on(int port) throws IOException {
    try {
      return new Site(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
    } catch (BindException e) {
      throw new UserError(
          "Port " + port + " is taken: stop what listens there, or choose another one with --port.",
          e);
    }
  }

  URI address() {
    return URI.create("http://localhost:" + http.getAddress().getPort());
  }

  /** Starts all functions side by side, then answers requests. */
  void serve(SamTemplate template, Path root, EmbeddedDynamoDb database, Duration gatewayLimit) {
    FunctionModules modules = new FunctionModules(root);
    template
        .functions()
        .forEach(
            (id, function) ->
                functions.put(
                    id,
                    new LocalFunction(
                        function,
                        environment(template, id, database),
                        new FunctionClassLoader(id, modules.classPathOf(id, function.handler())),
                        gatewayLimit)));
    try {
      CompletableFuture.allOf(
              functions.values().stream()
                  .map(function -> CompletableFuture.runAsync(function::start, requests))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UserError error ? error : e;
    }
    History history = new History();
    LocalPages pages =
        new LocalPages(
            List.copyOf(functions.values()),
            template.tables().values(),
            database.client(),
            history);
    http.createContext("/", new Gateway(Routes.of(template), functions, pages, history));
    http.start();
  }

  /** The template's values with those that only make sense on this machine. */
  private Map<String, String> environment(
      SamTemplate template, String functionId, EmbeddedDynamoDb database) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("DynamoDbEndpoint", database.endpoint().toString());
    parameters.put("SiteUrl", address().toString());
    parameters.put("VideoProvider", "sample");
    parameters.put("VideoId", "sample");
    parameters.put("VideoTitle", "Sample video (local only)");
    parameters.put("VideoDescription", "Stands in for the agency's own video on this machine.");
    parameters.put("VideoUploaded", "2026-01-15");
    parameters.keySet().retainAll(template.parameters().keySet());
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.putAll(template.environment(functionId, parameters));
    return Map.copyOf(environment);
  }

  @Override
  public void close() {
    http.stop(0);
    requests.shutdownNow();
    functions.values().forEach(LocalFunction::close);
  }
}
