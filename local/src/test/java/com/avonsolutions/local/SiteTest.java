package com.avonsolutions.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.avonsolutions.local.modules.ClassCopies;
import com.avonsolutions.local.modules.FunctionModules;
import com.avonsolutions.local.overview.Invocation;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.engine.EmbeddedSqs;
import com.avonsolutions.sandbox.engine.Tables;
import com.avonsolutions.sandbox.template.SamTemplate;
import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

class SiteTest {

  /** Shorter than API Gateway's 30 s, so that the test of the timeout is quick. */
  private static final Duration GATEWAY_TIMEOUT = Duration.ofSeconds(2);

  private static final HttpClient BROWSER = HttpClient.newHttpClient();

  private static EmbeddedDynamoDb database;
  private static EmbeddedSqs queues;
  private static Site site;
  private static ClassCopies copies;

  private static final Queue<Invocation> INVOCATIONS = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    FixtureProject project = FixtureProject.in(folder);
    SamTemplate template = SamTemplate.read(project.root().resolve("template.yaml"));
    database = EmbeddedDynamoDb.inMemory();
    new Tables(database.client(), template.tables().values()).create();
    site = Site.bind(0, INVOCATIONS::add);
    copies = ClassCopies.create();
    queues = new EmbeddedSqs(template, Clock.systemUTC(), Optional.empty());
    site.serve(
        site.withParameters(template, database, Map.of()),
        copies.of(new FunctionModules(project.root()).classPaths(template)),
        database,
        queues,
        new Timeouts(GATEWAY_TIMEOUT, true));
  }

  @AfterAll
  static void stop() {
    site.close();
    queues.close();
    database.close();
    copies.close();
  }

  @Test
  void request_shouldReachTheFunctionAsSent_whenPathAndQueryAreEncoded() throws Exception {
    Map<String, Object> event = event(get("/notes/a%20b%2Fc?tag=x&tag=y%26z&empty="));

    assertThat(event)
        .containsEntry("routeKey", "GET /notes/{id}")
        .containsEntry("rawPath", "/notes/a b/c")
        .containsEntry("rawQueryString", "tag=x&tag=y%26z&empty=")
        .containsEntry("pathParameters", Map.of("id", "a b/c"))
        .containsEntry("queryStringParameters", Map.of("tag", "x,y&z", "empty", ""));
  }

  @Test
  void request_shouldCarryCookiesAndHeaders_asTheGatewayDoes() throws Exception {
    HttpResponse<byte[]> response =
        send(
            request("/notes")
                .header("Cookie", "one=1; two=2")
                .header("Accept-Language", "en")
                .header("Accept-Language", "hi"));

    Map<String, Object> event = event(response);
    assertThat(event).containsEntry("cookies", List.of("one=1", "two=2"));
    assertThat(event.get("headers"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .contains(
            entry("accept-language", "en,hi"),
            entry("host", "localhost:" + site.address().getPort()),
            entry("x-forwarded-for", "127.0.0.1"),
            entry("x-forwarded-proto", "http"))
        .doesNotContainKeys("cookie", "connection");
    assertThat(event.get("requestContext"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .extractingByKey("http", InstanceOfAssertFactories.MAP)
        .contains(
            entry("method", "GET"), entry("sourceIp", "127.0.0.1"), entry("protocol", "HTTP/1.1"));
  }

  @Test
  void function_shouldBeInvoked_whenItsTableChangesAndOnItsSchedule() throws Exception {
    database
        .client()
        .putItem(
            r ->
                r.tableName("NotesTable")
                    .item(
                        Map.of(
                            "id",
                            AttributeValue.fromS("1"),
                            "state",
                            AttributeValue.fromS("NEW"))));

    Await.until(
        "records of the stream", () -> text(get("/_local")).contains("records of the stream"));

    assertThat(text(get("/_local"))).contains("ChangesFunction");
    assertThat(INVOCATIONS).extracting(Invocation::request).contains("the clock");
  }

  /** A batch a second would take longer than the test waits. */
  @Test
  void stream_shouldBeReadOn_whileItsBatchesAreFull() throws Exception {
    List<String> ids = IntStream.range(0, 75).mapToObj(i -> "note-" + i).toList();
    for (int from = 0; from < ids.size(); from += 25) {
      List<WriteRequest> writes =
          ids.subList(from, from + 25).stream()
              .map(
                  id ->
                      WriteRequest.builder()
                          .putRequest(
                              put ->
                                  put.item(
                                      Map.of(
                                          "id", AttributeValue.fromS(id),
                                          "state", AttributeValue.fromS("NEW"))))
                          .build())
              .toList();
      database.client().batchWriteItem(r -> r.requestItems(Map.of("NotesTable", writes)));
    }

    Await.until(
        "75 records of the stream",
        () ->
            INVOCATIONS.stream()
                    .filter(invocation -> invocation.request().equals("records of the stream"))
                    .count()
                >= ids.size());
  }

  @Test
  void message_shouldBeDeliveredAgain_untilItsFunctionSucceeds() throws Exception {
    queues.send("NotesQueue", "a note");
    assertThat(text(get("/_local"))).contains("NotesQueue");

    Await.until("empty queue", () -> queues.messages("NotesQueue").isEmpty());

    assertThat(text(get("/_local"))).contains("NotesQueueFunction", "Nothing waits: NotesQueue.");
  }

  @Test
  void request_shouldEncodeItsBody_whenItIsAForm() throws Exception {
    Map<String, Object> event =
        event(
            post(
                "/notes", "application/x-www-form-urlencoded", BodyPublishers.ofString("a=1&b=é")));

    assertThat(event)
        .containsEntry("isBase64Encoded", true)
        .containsEntry("body", Base64.getEncoder().encodeToString("a=1&b=é".getBytes(UTF_8)));
  }

  @Test
  void request_shouldKeepItsBody_whenItIsJson() throws Exception {
    assertThat(event(post("/notes", "application/json", BodyPublishers.ofString("{\"a\":\"é\"}"))))
        .containsEntry("isBase64Encoded", false)
        .containsEntry("body", "{\"a\":\"é\"}");
  }

  @Test
  void response_shouldCarryHeadersCookiesAndDecodedBody() throws Exception {
    HttpResponse<byte[]> response = get("/notes");

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().allValues("set-cookie")).containsExactly("a=1; Path=/", "b=2");
    assertThat(response.headers().firstValue("x-table")).contains("NotesTable");
    assertThat(response.headers().firstValue("x-loader")).contains("true");
    assertThat(response.headers().firstValue("date")).isPresent();
    assertThat(response.headers().firstValueAsLong("content-length"))
        .hasValue(response.body().length);
  }

  @Test
  void response_shouldHaveNoBodyButItsLength_whenHeadIsAsked() throws Exception {
    HttpResponse<byte[]> response = send(request("/notes").method("HEAD", BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(response.headers().firstValue("content-type")).contains("application/json");
    assertThat(response.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /notes/latest, 200, GET /notes/latest",
    "GET, /notes/other, 200, GET /notes/{id}",
  })
  void route_shouldBeTheMostSpecific(String method, String path, int status, String routeKey)
      throws Exception {
    HttpResponse<byte[]> response = send(request(path).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(event(response)).containsEntry("routeKey", routeKey);
  }

  @ParameterizedTest
  @CsvSource({"DELETE, /notes", "GET, /notes/", "GET, /nowhere", "POST, /notes/latest"})
  void route_shouldBeDefault_whenNoOtherMatches(String method, String path) throws Exception {
    HttpResponse<byte[]> response = send(request(path).method(method, BodyPublishers.noBody()));

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(text(response)).isEqualTo("nothing at " + path);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/throw", "/malformed", "/linebreak"})
  void fault_shouldBeInternalServerError_whenFunctionFails(String path) throws Exception {
    HttpResponse<byte[]> response = get(path);

    assertThat(response.statusCode()).isEqualTo(500);
    assertThat(text(response)).isEqualTo("{\"message\":\"Internal Server Error\"}");
    assertThat(get("/notes").statusCode()).isEqualTo(200);
  }

  @Test
  void fault_shouldBeServiceUnavailable_whenTheGatewayTimesOut() throws Exception {
    HttpResponse<byte[]> response = get("/hang");

    assertThat(response.statusCode()).isEqualTo(503);
    assertThat(text(response)).isEqualTo("{\"message\":\"Service Unavailable\"}");
    assertThat(text(get("/after"))).isEqualTo("nothing at /after");
  }

  @Test
  void function_shouldRunInAnotherInstance_whenTheFirstIsBusy() throws Exception {
    CompletableFuture<HttpResponse<byte[]>> first =
        BROWSER.sendAsync(request("/meet").build(), BodyHandlers.ofByteArray());
    CompletableFuture<HttpResponse<byte[]>> second =
        BROWSER.sendAsync(request("/meet").build(), BodyHandlers.ofByteArray());

    assertThat(text(first.get())).matches("[0-9]+").isNotEqualTo(text(second.get()));
  }

  @Test
  void function_shouldNotSeeTheServersClasses() throws Exception {
    assertThat(text(get("/isolated"))).isEqualTo("nothing of the server");
  }

  @Test
  void response_shouldBeEmpty_whenStatusIsNoContent() throws Exception {
    HttpResponse<byte[]> response = get("/empty");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void limit_shouldBe431_whenHeadersAreTooLarge() throws Exception {
    assertThat(send(request("/notes").header("x-long", "a".repeat(9_500))).statusCode())
        .isEqualTo(200);
    HttpResponse<byte[]> response = send(request("/notes").header("x-long", "a".repeat(10_240)));

    assertThat(response.statusCode()).isEqualTo(431);
    assertThat(text(response)).contains("Request Header Fields Too Large");
  }

  @Test
  void limit_shouldBe413_whenBodyIsTooLarge() throws Exception {
    HttpResponse<byte[]> response =
        post("/notes", "text/plain", BodyPublishers.ofByteArray(new byte[6 * 1024 * 1024 + 1]));

    assertThat(response.statusCode()).isEqualTo(413);
    assertThat(text(response)).contains("Request Entity Too Large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/%zz", "/a b", "mailto:a@b", "notes", "*"})
  void limit_shouldBe400_whenRequestTargetIsUnusable(String target) throws IOException {
    assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/notes?term={keyword}&x=[a|b]^`", "/notes/a|b{c}", "/notes/a;b", "/notes/../x"})
  void target_shouldReachTheFunction_whenABrowserLeavesItUnescaped(String target)
      throws IOException {
    assertThat(raw("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .containsAnyOf("HTTP/1.1 200", "nothing at")
        .contains(target.replaceFirst(".*[?]", ""));
  }

  @Test
  void path_shouldNotBeTakenForAHost_whenItStartsWithTwoSlashes() throws IOException {
    assertThat(raw("GET //evil.example/x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 404 ")
        .endsWith("nothing at //evil.example/x");
  }

  @Test
  void connection_shouldStayOpen_whenTwoRequestsFollow() throws IOException {
    String one = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n";

    assertThat(raw(one + "\r\n" + one + "Connection: close\r\n\r\n").split("HTTP/1.1 404", -1))
        .hasSize(3);
  }

  @Test
  void overview_shouldShowInvocationsAndItems_escaped() throws Exception {
    database
        .client()
        .putItem(
            r ->
                r.tableName("TagsTable")
                    .item(
                        Map.of(
                            "id", AttributeValue.fromS("<b>&\"1"),
                            "tags", AttributeValue.fromSs(List.of("x", "y")))));
    get("/notes/seen?%3Cscript%3E");

    HttpResponse<byte[]> page = get("/_local");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(text(page))
        .contains("EchoFunction", "FaultyFunction", "NotesTable")
        .contains("<td>&lt;b&gt;&amp;\"1</td>", "<td>x, y</td>")
        .contains("<td>GET /notes/seen?%3Cscript%3E</td>", "<td>GET /notes/{id}</td>")
        .doesNotContain("<b>&", "http-equiv");
    assertThat(text(get("/_local?refresh"))).contains("http-equiv=\"refresh\"");
  }

  @Test
  void overview_shouldBeForbidden_whenTheHostIsAnotherName() throws IOException {
    assertThat(raw("GET /_local HTTP/1.1\r\nHost: rebound.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403 ");
  }

  @Test
  void sampleVideo_shouldBeFramedBySameOriginOnly() throws Exception {
    HttpResponse<byte[]> video = get("/_local/sample-video");

    assertThat(video.statusCode()).isEqualTo(200);
    assertThat(video.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
    assertThat(text(video)).contains("<svg").doesNotContain("http://", "https://");
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(site.address() + path));
  }

  private static HttpResponse<byte[]> get(String path) throws Exception {
    return send(request(path));
  }

  private static HttpResponse<byte[]> post(String path, String type, BodyPublisher body)
      throws Exception {
    return send(request(path).header("content-type", type).POST(body));
  }

  private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
    return BROWSER.send(
        request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofByteArray());
  }

  /** Sends requests that an HTTP client would refuse to send. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), site.address().getPort())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static Map<String, Object> event(HttpResponse<byte[]> response) throws IOException {
    return JSON.std.mapFrom(response.body());
  }

  private static String text(HttpResponse<byte[]> response) {
    return new String(response.body(), UTF_8);
  }
}
