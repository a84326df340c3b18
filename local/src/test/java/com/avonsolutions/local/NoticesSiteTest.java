package com.avonsolutions.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A lead goes through the whole site into the mailbox and the catcher. */
class NoticesSiteTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init") // set before any test runs
  private static TestSite site;

  @BeforeAll
  static void start() throws Exception {
    site = TestSite.start();
  }

  @AfterAll
  static void stop() {
    site.close();
  }

  @Test
  void lead_shouldBeInTheMailboxAndTheCatcher_andGoFromTheMailbox() throws Exception {
    postLead("Mailbox Reader");

    Map<String, Object> summary = mailAbout("Mailbox Reader");
    String id = String.valueOf(summary.get("ID"));
    assertThat(summary)
        .containsEntry("To", List.of(Map.of("Name", "", "Address", "sales@example.com")))
        .containsEntry("From", Map.of("Name", "Avon Solutions", "Address", "leads@mail.example.in"))
        .containsKeys("MessageID", "Created", "Size", "Snippet", "Attachments", "Read", "Tags");
    Map<String, Object> message = json("/_local/api/v1/message/" + id);
    assertThat(message).containsKeys("Date", "HTML", "ReplyTo");
    assertThat(String.valueOf(message.get("Text"))).contains("Mailbox Reader waits for a call.");
    assertThat(get("/_local/api/v1/message/" + id + "/raw").body())
        .contains("Message-ID: <" + id + "@email.amazonses.com>", "Subject: New lead");
    assertThat(json("/_local/api/v1/message/" + id + "/headers")).containsKey("Auto-Submitted");
    assertThat(get("/_local/mail").body()).contains("Mailbox Reader", "/_local/mail/" + id);
    assertThat(get("/_local/mail?query=subject:reader%20to:sales").body()).contains(id);
    assertThat(get("/_local/mail?query=nobody").body()).doesNotContain(id);
    assertThat(get("/_local/mail/" + id).body()).contains("<iframe", "tel:+919876543210");
    HttpResponse<String> html = get("/_local/mail/" + id + "/html");
    assertThat(html.body()).contains("<h1>New lead: Mailbox Reader");
    assertThat(html.headers().firstValue("content-security-policy"))
        .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'", "sandbox"));
    assertThat(get("/_local/mail/" + id + "/raw").body()).contains("multipart/alternative");

    Await.until(
        "the webhook", () -> get("/_local/catch/sample.json").body().contains("Mailbox Reader"));
    assertThat(get("/_local/catch/sample.json").body())
        .contains("\"signature\":\"right\"", "\"attempt\":1", "\"answered\":200");
    assertThat(get("/_local/catch/sample").body()).contains("Signature: <b>right</b>");
    assertThat(get("/_local/catch").body()).contains("/_local/catch/sample");

    assertThat(send("DELETE", "/_local/api/v1/messages", "{\"IDs\":[\"" + id + "\"]}", null))
        .isEqualTo(200);
    assertThat(get("/_local/mail/" + id).statusCode()).isEqualTo(404);
  }

  @Test
  void delivery_shouldBeSentAgain_whenSomebodyPressesReplay() throws Exception {
    postLead("Replay Presser");
    mailAbout("Replay Presser");
    String page = get("/_local/deliveries").body();
    String id = page.substring(page.indexOf("dlv_"), page.indexOf("dlv_") + 36);
    assertThat(page).contains("lead.created").doesNotContain("Replay Presser", "sales@example.com");

    assertThat(send("POST", "/_local/deliveries/" + id, "", null)).isEqualTo(303);

    Await.until(
        "a second attempt",
        () -> get("/_local/deliveries").body().split("OK|HTTP_200", -1).length > 3);
    assertThat(send("POST", "/_local/deliveries/dlv_0", "", null)).isEqualTo(404);
  }

  @Test
  void catcher_shouldAnswerWhatItsAddressAsksFor() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int attempt = 0; attempt < 4; attempt++) {
      statuses.add(send("POST", "/_local/catch/own?answer=500,503,200&wait=0.01", "{}", null));
    }

    assertThat(statuses).containsExactly(500, 503, 200, 200);
    assertThat(get("/_local/catch/own.json").body())
        .contains("\"signature\":\"absent\"", "\"attempt\":4", "secondsSinceLast");
    assertThat(send("DELETE", "/_local/catch/own", "", null)).isEqualTo(303);
    assertThat(get("/_local/catch/own.json").body()).isEqualTo("[]");
    assertThat(get("/_local/catch/NOT_A_NAME").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /_local/mail",
    "DELETE, /_local/api/v1/messages",
    "POST, /_local/deliveries/dlv_0",
    "POST, /_local/catch/other"
  })
  void page_shouldChangeNothing_forAPageOfElsewhere(String method, String path) throws Exception {
    assertThat(send(method, path, "", "https://elsewhere.example")).isEqualTo(403);
    assertThat(send(method, path, "", "null")).isEqualTo(403);
  }

  private static Map<String, Object> mailAbout(String name) throws Exception {
    Await.until("a mail about " + name, () -> find(name).isPresent());
    return find(name).orElseThrow();
  }

  private static Optional<Map<String, Object>> find(String name) throws Exception {
    @SuppressWarnings("unchecked") // Objects of JSON.
    List<Map<String, Object>> messages =
        (List<Map<String, Object>>)
            Objects.requireNonNull(
                json("/_local/api/v1/search?query=" + name.replace(" ", "%20")).get("messages"));
    return messages.stream().findFirst();
  }

  private static Map<String, Object> json(String path) throws Exception {
    return JSON.std.mapFrom(get(path).body());
  }

  private static void postLead(String name) throws Exception {
    String lead =
        """
        {"name":"NAME","phone":"98765 43210","message":"More patients from Pune.","consent":true,"source":"test"}
        """
            .replace("NAME", name);
    assertThat(send("POST", "/api/leads", lead, null)).isEqualTo(201);
  }

  private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static int send(String method, String path, String body, @Nullable String origin)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .header("content-type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (origin != null) {
      request.header("origin", origin);
    }
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
  }

  private static URI uri(String path) {
    return URI.create(site.address() + path);
  }
}
