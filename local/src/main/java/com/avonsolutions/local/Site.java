package com.avonsolutions.local;

import com.avonsolutions.local.overview.InvocationLog;
import com.avonsolutions.local.overview.OverviewPage;
import com.avonsolutions.local.overview.OverviewReader;
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

/** The functions of a template behind an HTTP server on the loopback interface. */
final class Site implements AutoCloseable {

  private final Server server;
  private final ServerConnector connector;
  private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
  private final InvocationLog log = new InvocationLog();
  private final PlatformStandIn platforms = new PlatformStandIn();
  private final EventInvoker invoker = new EventInvoker(functions, log);
  private @Nullable StreamPoller streams;

  private Site(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Opens the port at once, so that a taken port is reported before slow work begins. */
  static Site bind(int port) throws IOException {
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setRequestHeaderSize(ApiGateway.MAX_HEADER_BYTES);
    configuration.setSendServerVersion(false);
    configuration.setSendDateHeader(true);
    // Functions decide which characters a path may have, as in the cloud.
    configuration.setUriCompliance(UriCompliance.UNSAFE);
    Server server = new Server();
    server.setErrorHandler(new ApiGateway.JettyErrors());
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

  /** The address of the stand-in for Meta and LinkedIn, which invents every lead. */
  URI platforms() {
    return platforms.address();
  }

  /** Starts all functions in parallel, and then the server and the event sources. */
  void serve(
      SamTemplate template,
      Path root,
      EmbeddedDynamoDb database,
      EmbeddedSqs sqs,
      Duration gatewayTimeout)
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
                        gatewayTimeout)));
    // A thread each, because the common pool has a single thread on a machine with two cores.
    Executor threads = task -> new Thread(task, "start").start();
    try {
      CompletableFuture.allOf(
              functions.values().stream()
                  .map(function -> CompletableFuture.runAsync(function::start, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof UserError error ? error : e;
    }
    LocalPages pages =
        new LocalPages(
            new OverviewReader(template, database.client(), sqs, log), new OverviewPage());
    server.setHandler(new ApiGateway(Routes.of(template), functions, pages, log));
    streams = new StreamPoller(template, database, invoker);
    streams.start();
    new QueuePoller(template, sqs, invoker).start();
    new ScheduleTimer(template, invoker).start();
    server.start();
  }

  /**
   * The template with parameters for this machine: these tables, a sample video, every source of
   * leads with sample secrets, and stand-ins for ad platforms.
   *
   * @param overrides parameters that take precedence
   */
  SamTemplate withParameters(
      SamTemplate template, EmbeddedDynamoDb database, Map<String, String> overrides) {
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
    parameters.putAll(overrides);
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
      invoker.close();
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
