package com.avonsolutions.hooks.meta;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.domain.submission.YesNo;
import com.avonsolutions.hooks.platform.AnswerSheet;
import com.avonsolutions.hooks.platform.LeadPlatform;
import com.avonsolutions.hooks.platform.PlatformException;
import com.avonsolutions.hooks.platform.PlatformHttp;
import com.avonsolutions.hooks.platform.PlatformLead;
import com.avonsolutions.hooks.platform.PlatformTime;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.text.json.JsonWriter;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches leads of Facebook and Instagram from the Graph API.
 *
 * @see <a href="https://developers.facebook.com/docs/marketing-api/guides/lead-ads/retrieving">Lead
 *     retrieval</a>
 */
@Singleton
@Requires(property = "meta.access.token.name")
public final class MetaGraph implements LeadPlatform {
  private static final int PAGE_SIZE = 100;
  private static final List<String> AD_IDS = List.of("ad_id", "adset_id", "campaign_id");

  /** The API leaves out ticked boxes (custom_disclaimer_responses) unless they are listed. */
  private static final String FIELDS =
      "id,created_time,ad_id,adset_id,campaign_id,form_id,field_data,custom_disclaimer_responses";

  /** Meta's testing tool fills fields with texts that start like this. */
  private static final String TEST_PREFIX = "<test lead: dummy data";

  private final PlatformHttp http;
  private final Secrets secrets;
  private final String tokenName;
  private final String address;

  /**
   * Creates a client.
   *
   * @param base e.g. {@code https://graph.facebook.com}
   * @param version e.g. {@code v25.0}
   */
  MetaGraph(
      Secrets secrets,
      @Value("${meta.access.token.name}") String tokenName,
      @Value("${meta.graph.url}") String base,
      @Value("${meta.graph.version}") String version,
      @Value("${platform.patience.millis:5000}") int timeoutMillis) {
    this.http = new PlatformHttp(Duration.ofMillis(timeoutMillis));
    this.secrets = secrets;
    this.tokenName = tokenName;
    this.address = base + '/' + version + '/';
  }

  @Override
  public String source() {
    return "meta";
  }

  @Override
  public PlatformLead fetch(String providerId) {
    JsonReader answer = get(encode(providerId), Map.of("fields", FIELDS));
    if (answer.text("id").filter(providerId::equals).isEmpty()) {
      throw PlatformException.unreadable();
    }
    return lead(answer, providerId);
  }

  /**
   * Lists a page of a form's leads.
   *
   * @param after the cursor of the previous page
   */
  public MetaLeadList list(String formId, Optional<Instant> since, Optional<String> after) {
    Map<String, String> query = new HashMap<>();
    query.put("fields", FIELDS);
    query.put("limit", Integer.toString(PAGE_SIZE));
    after.ifPresent(cursor -> query.put("after", cursor));
    since.ifPresent(
        time ->
            query.put(
                "filtering",
                JsonWriter.array(
                    List.of(
                        new JsonWriter()
                            .put("field", "time_created")
                            .put("operator", "GREATER_THAN")
                            .put("value", time.getEpochSecond())))));
    JsonReader answer = get(encode(formId) + "/leads", query);
    Optional<JsonReader> paging = answer.object("paging");
    return new MetaLeadList(
        answer.objects("data").stream()
            .flatMap(lead -> lead.text("id").map(id -> lead(lead, id)).stream())
            .toList(),
        // Not the URL in "next", which could point anywhere.
        paging
            .filter(page -> page.text("next").isPresent())
            .flatMap(page -> page.object("cursors"))
            .flatMap(cursors -> cursors.text("after")));
  }

  private JsonReader get(String path, Map<String, String> query) {
    StringBuilder target = new StringBuilder(address).append(path).append("?access_token=");
    target.append(encode(secrets.current(tokenName)));
    query.forEach(
        (name, value) -> target.append('&').append(name).append('=').append(encode(value)));
    return http.get(URI.create(target.toString()), Map.of(), MetaGraph::isRateLimit);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static boolean isRateLimit(JsonReader refusal) {
    return refusal
        .object("error")
        .flatMap(error -> error.text("code"))
        .filter(code -> code.matches("4|17|32|613|800[0-9]{2}"))
        .isPresent();
  }

  private static PlatformLead lead(JsonReader lead, String id) {
    AnswerSheet answers = new AnswerSheet();
    boolean test = false;
    for (JsonReader field : lead.objects("field_data")) {
      String answer = String.join(", ", field.texts("values"));
      test |= answer.startsWith(TEST_PREFIX);
      answers.add(field.text("name").orElse("?"), answer);
    }
    for (JsonReader box : lead.objects("custom_disclaimer_responses")) {
      boolean ticked = box.text("is_checked").filter(YesNo::isYes).isPresent();
      box.text("checkbox_key")
          .ifPresent(key -> answers.addExtra("consent:" + key, ticked ? "yes" : "no"));
    }
    Map<String, String> touch = new HashMap<>();
    AD_IDS.forEach(name -> lead.text(name).ifPresent(adId -> touch.put(name, adId)));
    return new PlatformLead(
        "meta",
        id,
        test,
        answers,
        lead.text("form_id"),
        lead.text("created_time").flatMap(PlatformTime::iso),
        touch);
  }
}
