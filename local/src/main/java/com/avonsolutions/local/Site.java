package com.avonsolutions.local;

import com.avonsolutions.local.catcher.WebhookCatcher;
import com.avonsolutions.local.deliveries.DeliveriesPage;
import com.avonsolutions.local.mailbox.MailboxApi;
import com.avonsolutions.local.mailbox.MailboxPages;
import com.avonsolutions.local.overview.Invocation;
import com.avonsolutions.local.overview.InvocationLog;
import com.avonsolutions.local.overview.OverviewPage;
import com.avonsolutions.local.overview.OverviewReader;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.standin.PlatformStandIn;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.sandbox.standin.SesStandIn;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/** The functions of a template behind an HTTP server on the loopback interface. */
final class Site implements AutoCloseable {
  private static final String MAIL_EVENTS = "MailEventsQueue";

  private final Server server;
  private final ServerConnector connector;
  private final RunningFunctions functions = new RunningFunctions();
  private final InvocationLog latest = new InvocationLog();
  private final Consumer<Invocation> log;
  private final PlatformStandIn platforms = new PlatformStandIn();
  private final EventInvoker invoker;
  private final AtomicReference<Optional<String>> buildFailure =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<EmbeddedSqs> queues = Optional.empty();
  private Optional<Path> mailFolder = Optional.empty();
  private @Nullable SesStandIn mails;
  private @Nullable StreamPoller streams;

  private Site(Server server, ServerConnector connector, Consumer<Invocation> log) {
    this.server = server;
    this.connector = connector;
    this.log = log.andThen(latest::add);
    this.invoker = new EventInvoker(functions, this.log);
  }

  /**
   * Opens the port at once, so that a taken port is reported before slow work begins.
   *
   * @param log gets every invocation
   */
  static Site bind(int port, Consumer<Invocation> log) throws IOException {
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
      if (e.getCause() instanceof BindException refusal) {
        throw PortError.of(port, "--port", refusal);
      }
      throw e;
    }
    return new Site(server, connector, log);
  }

  URI address() {
    return URI.create("http://localhost:" + connector.getLocalPort());
  }

  /** The address of the stand-in for Meta and LinkedIn, which invents every lead. */
  URI platforms() {
    return platforms.address();
  }

  /** Keeps mails on disk; comes before {@link #withParameters}. */
  void keepMailsIn(Optional<Path> folder) {
    mailFolder = folder;
  }

  /** The stand-in for Amazon SES, which has the mails that were sent. */
  SesStandIn mails() {
    SesStandIn started = mails;
    return started == null ? startMails(SampleSources.MAIL_FROM) : started;
  }

  private SesStandIn startMails(String from) {
    String domain = from.substring(from.lastIndexOf('@') + 1);
    SesStandIn started =
        new SesStandIn(
            domain,
            Clock.systemUTC(),
            mailFolder,
            event -> queues.ifPresent(sqs -> sqs.send(MAIL_EVENTS, event)));
    mails = started;
    return started;
  }

  /**
   * Starts all functions, and then the server and the event sources.
   *
   * @param classPaths of the functions
   * @return starts functions anew, with other class paths, in place of those that run
   */
  Consumer<Map<String, List<Path>>> serve(
      SamTemplate template,
      Map<String, List<Path>> classPaths,
      EmbeddedDynamoDb database,
      EmbeddedSqs sqs,
      Timeouts timeouts)
      throws Exception {
    queues = Optional.of(sqs).filter(all -> template.queues().containsKey(MAIL_EVENTS));
    Consumer<Map<String, List<Path>>> starter =
        paths ->
            functions.put(
                started(
                    paths,
                    id ->
                        new LocalFunction(
                            template.function(id),
                            sqs.withQueueUrls(environment(template, id, database)),
                            new FunctionClassLoader(
                                template.function(id), Objects.requireNonNull(paths.get(id))),
                            timeouts)));
    starter.accept(classPaths);
    LocalPages pages =
        new LocalPages(
            new OverviewReader(template, database.client(), sqs, latest),
            new OverviewPage(),
            List.of(
                new MailboxPages(mails()),
                new MailboxApi(mails()),
                new WebhookCatcher(Clock.systemUTC()),
                new DeliveriesPage(database.client(), database.endpoint(), sqs)));
    server.setHandler(
        new ApiGateway(Routes.of(template), functions, pages, log, buildFailure::get));
    streams = new StreamPoller(template, database, sqs, invoker);
    streams.start();
    new QueuePoller(template, sqs, invoker).start();
    new ScheduleTimer(template, invoker).start();
    connector.setIdleTimeout(timeouts.gateway().toMillis());
    server.start();
    return starter;
  }

  /** In parallel, because each start takes a second; all or none. */
  private static Map<String, LocalFunction> started(
      Map<String, List<Path>> classPaths, Function<String, LocalFunction> factory) {
    Map<String, LocalFunction> functions = new LinkedHashMap<>();
    // A thread each, because the common pool has a single thread on a machine with two cores.
    Executor threads = task -> new Thread(task, "start").start();
    try {
      classPaths.keySet().forEach(id -> functions.put(id, factory.apply(id)));
      CompletableFuture.allOf(
              functions.values().stream()
                  .map(function -> CompletableFuture.runAsync(function::start, threads))
                  .toArray(CompletableFuture[]::new))
          .join();
      return functions;
    } catch (CompletionException e) {
      functions.values().forEach(LocalFunction::close);
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** Shows why a build failed on every page, or stops showing it. */
  void show(Optional<String> failure) {
    buildFailure.set(failure);
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
    parameters.put("OutboundAllow", address().getAuthority());
    SesStandIn ses = startMails(overrides.getOrDefault("MailFrom", SampleSources.MAIL_FROM));
    parameters.put("SesEndpoint", ses.address().toString());
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
      functions.close();
      if (mails != null) {
        mails.close();
      }
    }
  }
}
