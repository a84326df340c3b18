package com.avonsolutions.local;

import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.standin.PlatformStandIn;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.staff.UserError;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The functions of a template behind an HTTP server that only this machine reaches. */
final class Site implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
  private final History history = new History();
  private final PlatformStandIn platforms = new PlatformStandIn();
  private final EventCalls calls = new EventCalls(functions, history);
  private @Nullable StreamPoller streams;

  private Site(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Takes the port at once, so that a taken one is known before anything slow has begun. */
  static Site on(int port) throws IOException {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(Gateway.LARGEST_HEADERS);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    // What a path may hold is for the functions to say, as in the cloud.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    Server server = new Server();
    server.setErrorHandler(new Gateway.Refusal());
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(port);
    server.addConnector(connector);
    try {
      connector.open();
    } catch (IOException e) {
      if (e.getCause() instanceof BindException) {
        throw new UserError(
            "Port "
                + port
                + " is taken: stop what listens there, or choose another one with --port.",
            e);
      }
      throw e;
    }
    return new Site(server, connector);
  }

  URI address() {
    return URI.create("http://localhost:" + connector.getLocalPort());
  }

  /** Who plays Meta and LinkedIn, where every lead exists and is made up. */
  URI platforms() {
    return platforms.address();
  }

  /** Starts all functions side by side, then answers requests. */
  void serve(
      SamTemplate template,
      Path root,
      EmbeddedDynamoDb database,
      EmbeddedSqs sqs,
      Duration gatewayLimit)
      throws Exception {
    template
        .functions()
        .forEach(
            (id, function) ->
                functions.put(
                    id,
                    new LocalFunction(
                        function,
                        sqs.withQueueUrls(environment(template, id, database)),
                        FunctionClassLoader.of(root, function),
                        gatewayLimit)));
    // The common pool would start them one after the other on a machine with two cores.
    Executor eachItsThread = task -> new Thread(task, "start").start();
    try {
      CompletableFuture.allOf(
              functions.values().stream()
                  .map(function -> CompletableFuture.runAsync(function::start, eachItsThread))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UserError error ? error : e;
    }
    LocalPages pages =
        new LocalPages(
            List.copyOf(functions.values()),
            template.tables().values(),
            database.client(),
            sqs,
            template.queues().keySet(),
            history);
    server.setHandler(new Gateway(Routes.of(template), functions, pages, history));
    streams = new StreamPoller(template, database, calls);
    streams.start();
    new QueuePoller(template, sqs, calls).start();
    new ScheduleTimer(template, calls).start();
    server.start();
  }

  /**
   * The template with values that only make sense on this machine, and those given: with the tables
   * here, a sample video, every source of leads switched on, and made-up ad platforms.
   */
  SamTemplate deploy(SamTemplate template, EmbeddedDynamoDb database, Map<String, String> given) {
    Map<String, String> parameters = new HashMap<>(SampleSources.parameters());
    parameters.putAll(platforms.parameters());
    parameters.put("DynamoDbEndpoint", database.endpoint().toString());
    parameters.put("SiteUrl", address().toString());
    parameters.put("VideoProvider", "sample");
    parameters.put("VideoId", "sample");
    parameters.put("VideoTitle", "Sample video (local only)");
    parameters.put("VideoDescription", "Stands in for the agency's own video on this machine.");
    parameters.put("VideoUploaded", "2026-01-15");
    parameters.keySet().retainAll(template.parameters().keySet());
    parameters.putAll(given);
    return template.deployedWith(parameters);
  }

  private static Map<String, String> environment(
      SamTemplate deployed, String functionId, EmbeddedDynamoDb database) {
    Map<String, String> environment = new HashMap<>(database.environment());
    environment.putAll(deployed.environment(functionId, Map.of()));
    return Map.copyOf(environment);
  }

  @Override
  public void close() {
    try {
      server.stop();
      connector.close();
      calls.close();
      if (streams != null) {
        streams.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      platforms.close();
      functions.values().forEach(LocalFunction::close);
    }
  }
}
