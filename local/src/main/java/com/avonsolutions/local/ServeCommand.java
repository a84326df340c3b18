package com.avonsolutions.local;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.local.console.ReadableLog;
import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.local.modules.FunctionModules;
import com.avonsolutions.local.overview.Invocation;
import com.avonsolutions.local.watch.Watch;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.avonsolutions.sandbox.template.TemplateException;
import com.avonsolutions.staff.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.TypeConversionException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Serves the whole site, or with {@code --tables-only} just the tables, until it is stopped. */
@Command(
    name = "local",
    customSynopsis = "Usage: mvn compile exec:java [-Dexec.args=\"FLAGS\"]",
    synopsisHeading = "",
    description = "Serves the site on this machine, with its tables.")
final class ServeCommand implements Callable<Integer> {

  private final Path root;
  private final ClassCopies copies;

  @Mixin private final ServeOptions options;

  ServeCommand(Path root, ClassCopies copies) {
    this.root = root;
    this.copies = copies;
    this.options = new ServeOptions(root);
  }

  @Override
  public Integer call() throws Exception {
    long start = System.nanoTime();
    SamTemplate template = SamTemplate.read(root.resolve("template.yaml"));
    checkParameters(template, options.parameters());
    Resources resources = new Resources();
    resources.add(copies);
    try {
      if (options.tablesOnly()) {
        EmbeddedDynamoDb database = openTables(options, template, resources, Optional.empty());
        System.out.println();
        System.out.println("Tables at " + database.endpoint() + ", from a container at");
        System.out.println(
            "http://host.docker.internal:"
                + database.endpoint().getPort()
                + ". Ready in "
                + secondsSince(start)
                + " s. Ctrl-C stops it.");
      } else {
        Site site = resources.add(Site.bind(options.port(), log()));
        EmbeddedDynamoDb database =
            openTables(options, template, resources, Optional.of(site.address()));
        site.keepMailsIn(
            options.inMemory() ? Optional.empty() : Optional.of(options.data().resolve("mail")));
        SamTemplate deployed = site.withParameters(template, database, options.parameters());
        if (!options.parameters().containsKey("MetaGraphUrl")) {
          print("Platforms", "invented leads of Meta and LinkedIn (" + site.platforms() + ")");
        }
        print("Functions", deployed.functions().size() + " starting");
        Map<String, List<Path>> classPaths = new FunctionModules(root).classPaths(deployed);
        Consumer<Map<String, List<Path>>> starter =
            site.serve(
                deployed,
                copies.of(classPaths),
                database,
                openQueues(options, deployed, resources),
                options.timeouts());
        if (options.watch()) {
          resources
              .add(new Watch(root, copies, classPaths, starter, site::show, System.out))
              .start();
        }
        printRoutes(deployed);
        System.out.println(
            "Ready in " + secondsSince(start) + " s: " + site.address() + "   (Ctrl-C stops it)");
        System.out.println("What happens inside: " + site.address() + "/_local");
        System.out.println("Mailbox: " + site.address() + "/_local/mail");
      }
      System.out.flush();
    } catch (Throwable e) {
      resources.close();
      throw e;
    }
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  resources.close();
                  System.out.println(
                      options.inMemory()
                          ? "Stopped. The tables were in memory and are gone."
                          : "Stopped. The tables are kept in " + options.data() + ".");
                },
                "stop"));
    new CountDownLatch(1).await();
    return CommandLine.ExitCode.OK;
  }

  /** Gets every invocation. */
  private Consumer<Invocation> log() {
    if (options.jsonLogs()) {
      return invocation -> {};
    }
    ReadableLog log = new ReadableLog(FunctionClassLoader::functionOf);
    log.install();
    return log;
  }

  /** A wrong parameter is a mistake of the command, not of the template. */
  private static void checkParameters(SamTemplate template, Map<String, String> parameters) {
    try {
      template.checkParameters(parameters);
    } catch (TemplateException e) {
      throw new TypeConversionException("--parameter: " + e.getMessage());
    }
  }

  private EmbeddedDynamoDb openTables(
      ServeOptions options, SamTemplate template, Resources resources, Optional<URI> site)
      throws IOException {
    Optional<Path> folder = options.inMemory() ? Optional.empty() : Optional.of(options.data());
    folder.ifPresent(path -> resources.add(DataFolder.open(path)));
    EmbeddedDynamoDb database = resources.add(startEngine(options, folder));
    print(
        "Tables",
        folder.map(path -> "kept in " + path).orElse("in memory, gone when this stops")
            + " ("
            + database.endpoint()
            + ")");
    try {
      new Tables(database.client(), template.tables().values()).create();
      for (String loaded :
          StarterContent.loadAll(template, root, database, options.samples(), site)) {
        print("Content", loaded);
      }
    } catch (Tables.ChangedTableException e) {
      throw afresh(String.valueOf(e.getMessage()), options, e);
    } catch (DynamoDbException | StoreUnavailableException e) {
      throw afresh(
          "The tables in "
              + options.data()
              + " cannot be used: the disk is full (free some space), or their files are damaged"
              + " or of another version",
          options,
          e);
    }
    return database;
  }

  /** Stores messages beside the tables, because a restart must not lose a waiting lead. */
  private static EmbeddedSqs openQueues(
      ServeOptions options, SamTemplate template, Resources resources) {
    Optional<Path> folder =
        options.inMemory() ? Optional.empty() : Optional.of(options.data().resolve("queues"));
    try {
      return resources.add(new EmbeddedSqs(template, Clock.systemUTC(), folder));
    } catch (IllegalArgumentException e) {
      throw afresh(String.valueOf(e.getMessage()), options, e);
    }
  }

  private static UserError afresh(String problem, ServeOptions options, RuntimeException cause) {
    return new UserError(
        problem + ": delete " + options.data() + " to start afresh, or use --memory.", cause);
  }

  private static EmbeddedDynamoDb startEngine(ServeOptions options, Optional<Path> folder) {
    int port = options.dynamoDbPort().orElse(0);
    // Containers of sam local connect through the host's bridge, not through its loopback.
    InetSocketAddress address =
        options.tablesOnly()
            ? new InetSocketAddress(port)
            : new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    try {
      return EmbeddedDynamoDb.start(address, folder);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof BindException refusal) {
        throw PortError.of(port, "--dynamodb-port", refusal);
      }
      throw e;
    }
  }

  /** Prints one line for each path and function, with all methods. */
  private static void printRoutes(SamTemplate template) {
    Map<String, String> methods = new LinkedHashMap<>();
    for (SamTemplate.Route route : template.routes()) {
      String[] key = route.key().split(" ", 2);
      String line = "%-24s %s".formatted(key[key.length - 1], route.functionId());
      methods.merge(line, key.length == 2 ? key[0] : "", (first, next) -> first + " " + next);
    }
    System.out.println();
    methods.forEach((line, verbs) -> System.out.printf("  %-16s %s%n", verbs, line));
    System.out.println();
  }

  private static void print(String label, String detail) {
    System.out.printf("%-10s %s%n", label, detail);
    System.out.flush();
  }

  private static String secondsSince(long start) {
    return String.format(
        Locale.ROOT, "%.1f", Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0);
  }

  /** Closes resources in reverse order: the server before the tables it writes to. */
  private static final class Resources {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T resource) {
      opened.push(resource);
      return resource;
    }

    void close() {
      for (AutoCloseable resource : opened) {
        try {
          resource.close();
        } catch (Exception e) {
          System.err.println("Cannot close cleanly: " + e.getMessage());
        }
      }
    }
  }
}
