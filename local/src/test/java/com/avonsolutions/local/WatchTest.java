package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.local.modules.FunctionModules;
import com.avonsolutions.local.watch.Watch;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A project with a function and a library, as they are edited while the site runs. */
class WatchTest {
  private static final String TEMPLATE =
      """
      Resources:
        GreetingFunction:
          Type: AWS::Serverless::Function
          Properties:
            Handler: greeting.GreetingHandler
            Events: { All: { Type: HttpApi } }
      """;

  private static final String HANDLER =
      """
      package greeting;

      public final class GreetingHandler
          implements com.amazonaws.services.lambda.runtime.RequestStreamHandler {
        public GreetingHandler(java.util.Map<String, String> environment) {}

        @Override
        public void handleRequest(
            java.io.InputStream in,
            java.io.OutputStream out,
            com.amazonaws.services.lambda.runtime.Context context)
            throws java.io.IOException {
          String event = new String(in.readAllBytes());
          if (event.contains("/slow")) {
            Runnable wait = (Runnable) System.getProperties().get("WatchTest.wait");
            wait.run();
          }
          String place = new String(getClass().getResourceAsStream("/place.txt").readAllBytes());
          String html = "<p>Good morning, " + words.Words.name() + " in " + place + "</p>";
          out.write(
              ("{\\"statusCode\\":200,\\"headers\\":{\\"content-type\\":\\"text/html\\","
                      + "\\"etag\\":\\"1\\",\\"content-security-policy\\":\\"style-src 'none'\\"},"
                      + "\\"body\\":\\"<html><body class='a'>" + html + "\\"}")
                  .getBytes());
        }
      }
      """;

  private static final String WORDS =
      """
      package words;

      public final class Words {
        public static String name() {
          return "Asha";
        }
      }
      """;

  /** Compiling may take long on a busy machine. */
  private static final Timeouts WHILE_COMPILING = new Timeouts(Duration.ofMinutes(1), false);

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  @TempDir Path root;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private EmbeddedDynamoDb database;
  private EmbeddedSqs queues;
  private ClassCopies copies;
  private Site site;
  private Watch watch;

  @BeforeEach
  void start() throws Exception {
    write("template.yaml", TEMPLATE);
    write("functions/greeting/src/main/java/greeting/GreetingHandler.java", HANDLER);
    write("functions/greeting/src/main/resources/place.txt", "Pune");
    write("functions/greeting/target/classes/place.txt", "Pune");
    write("libraries/words/src/main/java/words/Words.java", WORDS);
    write(
        "functions/greeting/pom.xml",
        """
        <dependency>
          <groupId>com.avonsolutions</groupId>
          <artifactId>words</artifactId>
        </dependency>
        """);
    Path lambda =
        Path.of(
            RequestStreamHandler.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    String words = root.resolve("libraries/words/target/classes").toString();
    write("functions/greeting/target/runtime-classpath.txt", words + File.pathSeparator + lambda);
    compile("libraries/words", "words/Words", lambda.toString());
    compile("functions/greeting", "greeting/GreetingHandler", words + File.pathSeparator + lambda);

    SamTemplate template = SamTemplate.read(root.resolve("template.yaml"));
    database = EmbeddedDynamoDb.inMemory();
    queues = new EmbeddedSqs(template, Clock.systemUTC(), Optional.empty());
    copies = ClassCopies.create();
    site = Site.bind(0, invocation -> {});
    Map<String, List<Path>> classPaths = new FunctionModules(root).classPaths(template);
    watch =
        new Watch(
            root,
            copies,
            classPaths,
            site.serve(template, copies.of(classPaths), database, queues, WHILE_COMPILING),
            site::show,
            new PrintStream(printed, true, UTF_8));
    watch.start();
  }

  @AfterEach
  void stop() {
    watch.close();
    site.close();
    queues.close();
    database.close();
    copies.close();
  }

  @Test
  void page_shouldChange_whenHandlerLibraryOrResourceChange() throws Exception {
    assertThat(page("/")).contains("Good morning, Asha in Pune");

    edit("functions/greeting/src/main/java/greeting/GreetingHandler.java", "morning", "evening");
    Await.until("new handler", () -> page("/").contains("Good evening, Asha in Pune"));

    edit("libraries/words/src/main/java/words/Words.java", "Asha", "Ravi");
    Await.until("new library", () -> page("/").contains("Good evening, Ravi in Pune"));

    edit("functions/greeting/src/main/resources/place.txt", "Pune", "Delhi");
    Await.until("new resource", () -> page("/").contains("Good evening, Ravi in Delhi"));

    Await.until("third line", () -> output().lines().count() >= 3);
    assertThat(output().lines())
        .satisfiesExactly(
            line -> assertThat(line).matches("Applied greeting to GreetingFunction in [0-9.]+ s"),
            line -> assertThat(line).startsWith("Applied words, greeting to GreetingFunction in "),
            line -> assertThat(line).startsWith("Applied greeting to GreetingFunction in "));
    assertThat(root.resolve("functions/greeting/target/classes/place.txt")).hasContent("Pune");
  }

  @Test
  void page_shouldShowTheError_untilTheSourceCompiles() throws Exception {
    String handler = "functions/greeting/src/main/java/greeting/GreetingHandler.java";
    edit(handler, "\"<p>Good morning", "1 < \"<p>Good day");
    Await.until("error", () -> page("/").contains("build-failure"));

    HttpResponse<String> response = get("/");
    assertThat(response.body())
        .contains("<body class='a'><link rel=\"stylesheet\" href=\"/_local/build-failure.css\">")
        .contains(handler + ":19: bad operand types", "1 &lt; \"&lt;p>Good day, \"")
        .contains("<p>Good morning, Asha");
    assertThat(response.headers().firstValue("content-security-policy"))
        .contains("style-src 'self' 'none'");
    assertThat(response.headers().firstValue("etag")).isEmpty();
    assertThat(page("/_local")).contains(handler + ":19: ");
    assertThat(page("/_local/build-failure.css")).contains("#build-failure");
    assertThat(output()).contains(handler + ":19: bad operand types");

    edit(handler, "1 < \"<p>Good day", "\"<p>Good night");
    Await.until("mended page", () -> page("/").contains("Good night"));

    assertThat(page("/")).doesNotContain("build-failure");
    assertThat(get("/").headers().firstValue("etag")).contains("1");
  }

  @Test
  void page_shouldShowTheError_whenTheFunctionDoesNotStart() throws Exception {
    edit(
        "functions/greeting/src/main/java/greeting/GreetingHandler.java",
        "environment) {}",
        "environment) { throw new IllegalStateException(\"no <key>\"); }");

    Await.until("error", () -> page("/").contains("build-failure"));

    assertThat(page("/")).contains("no &lt;key>", "Good morning");
  }

  @Test
  void request_shouldSucceed_whenItsFunctionIsReplaced() throws Exception {
    CountDownLatch waiting = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Runnable wait =
        () -> {
          waiting.countDown();
          try {
            done.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    System.getProperties().put("WatchTest.wait", wait);
    CompletableFuture<HttpResponse<String>> slow =
        BROWSER.sendAsync(request("/slow"), BodyHandlers.ofString());
    waiting.await();

    edit("functions/greeting/src/main/java/greeting/GreetingHandler.java", "morning", "evening");
    Await.until("new handler", () -> page("/").contains("Good evening"));
    done.countDown();

    assertThat(slow.get().statusCode()).isEqualTo(200);
    assertThat(slow.get().body()).contains("Good morning, Asha");
    System.getProperties().remove("WatchTest.wait");
  }

  @Test
  void watch_shouldSaySo_whenAChangeNeedsARestart() throws Exception {
    edit("template.yaml", "Resources:", "# Later.\nResources:");

    Await.until("line", () -> !output().isEmpty());

    assertThat(output().strip()).isEqualTo("Changed: template.yaml. Restart to apply.");
  }

  private void compile(String module, String type, String classPath) {
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                classPath,
                "-d",
                root.resolve(module).resolve("target/classes").toString(),
                root.resolve(module).resolve("src/main/java/" + type + ".java").toString());
    assertThat(exitCode).isZero();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, text);
  }

  private void edit(String file, String part, String other) throws IOException {
    String text = Files.readString(root.resolve(file));
    assertThat(text).contains(part);
    write(file, text.replace(part, other));
  }

  private String output() {
    return printed.toString(UTF_8);
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path)).build();
  }

  private HttpResponse<String> get(String path) throws Exception {
    return BROWSER.send(request(path), BodyHandlers.ofString());
  }

  private String page(String path) throws Exception {
    return get(path).body();
  }
}
