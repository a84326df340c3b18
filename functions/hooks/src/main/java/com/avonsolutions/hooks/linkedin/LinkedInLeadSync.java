package com.avonsolutions.hooks.linkedin;

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
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches leads from LinkedIn's Lead Sync API. Answers refer to questions by number, so the form is
 * fetched too.
 *
 * @see <a href="https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync">Lead
 *     Sync</a>
 */
@Singleton
@Requires(property = "linkedin.access.token.name")
final class LinkedInLeadSync implements LeadPlatform {
  private static final String FIELDS =
      "?fields=id,submittedAt,testLead,leadType,leadMetadata,associatedEntity,formResponse,"
          + "form:(hiddenFields,id,name,content)";

  private final PlatformHttp http;
  private final Secrets secrets;
  private final String tokenName;
  private final String base;
  private final String version;

  /**
   * Creates a client.
   *
   * @param base e.g. {@code https://api.linkedin.com}
   * @param version year and month, e.g. {@code 202606}
   */
  LinkedInLeadSync(
      Secrets secrets,
      @Value("${linkedin.access.token.name}") String tokenName,
      @Value("${linkedin.api.url}") String base,
      @Value("${linkedin.api.version}") String version,
      @Value("${platform.patience.millis:5000}") int timeoutMillis) {
    this.http = new PlatformHttp(Duration.ofMillis(timeoutMillis));
    this.secrets = secrets;
    this.tokenName = tokenName;
    this.base = base;
    this.version = version;
  }

  @Override
  public String source() {
    return "linkedin";
  }

  @Override
  public PlatformLead fetch(String providerId) {
    URI address =
        URI.create(
            base + "/rest/leadFormResponses/" + URLEncoder.encode(providerId, UTF_8) + FIELDS);
    JsonReader lead =
        http.get(
            address,
            Map.of(
                "authorization",
                "Bearer " + secrets.current(tokenName),
                "linkedin-version",
                version,
                "x-restli-protocol-version",
                "2.0.0"),
            refusal -> false);
    if (lead.text("id").filter(providerId::equals).isEmpty()) {
      throw PlatformException.unreadable();
    }
    return lead(lead, providerId);
  }

  private static PlatformLead lead(JsonReader lead, String id) {
    Optional<JsonReader> form = lead.object("form");
    Map<String, JsonReader> questions = new HashMap<>();
    form.flatMap(tree -> tree.object("content")).stream()
        .flatMap(content -> content.objects("questions").stream())
        .forEach(
            question -> question.text("questionId").ifPresent(key -> questions.put(key, question)));
    AnswerSheet answers = new AnswerSheet();
    Optional<JsonReader> response = lead.object("formResponse");
    for (JsonReader answer : response.map(tree -> tree.objects("answers")).orElse(List.of())) {
      String key = answer.text("questionId").orElse("?");
      Optional<JsonReader> question = Optional.ofNullable(questions.get(key));
      String name = question.map(tree -> nameOf(tree, key)).orElse("question " + key);
      answers.add(name, String.join(", ", texts(answer, question)));
    }
    for (JsonReader consent :
        response.map(tree -> tree.objects("consentResponses")).orElse(List.of())) {
      boolean accepted = consent.text("accepted").filter(YesNo::isYes).isPresent();
      consent
          .text("consentId")
          .ifPresent(key -> answers.addExtra("consent:" + key, accepted ? "yes" : "no"));
    }
    form.stream()
        .flatMap(tree -> tree.objects("hiddenFields").stream())
        .forEach(
            hidden ->
                answers.addExtra(hidden.text("name").orElse("?"), hidden.text("value").orElse("")));
    Map<String, String> touch = new HashMap<>();
    lead.object("leadMetadata")
        .flatMap(metadata -> metadata.object("sponsoredLeadMetadata"))
        .flatMap(sponsored -> sponsored.text("campaign"))
        .ifPresent(campaign -> touch.put("campaign_id", campaign));
    return new PlatformLead(
        "linkedin",
        id,
        lead.text("testLead").filter(YesNo::isYes).isPresent(),
        answers,
        form.flatMap(tree -> tree.text("id")),
        lead.number("submittedAt").flatMap(PlatformTime::ofMillis),
        touch);
  }

  /** LinkedIn's name of a standard field, or the wording of any other question. */
  private static String nameOf(JsonReader question, String key) {
    return question
        .text("predefinedField")
        .or(() -> localized(question, "question"))
        .or(() -> question.text("name"))
        .orElse("question " + key);
  }

  private static Optional<String> localized(JsonReader tree, String name) {
    return tree.object(name)
        .flatMap(text -> text.object("localized"))
        .flatMap(languages -> languages.texts().values().stream().findFirst());
  }

  /** The text that was entered, or the wording of the chosen options. */
  private static List<String> texts(JsonReader answer, Optional<JsonReader> question) {
    Optional<JsonReader> details = answer.object("answerDetails");
    List<String> texts = new ArrayList<>();
    details
        .flatMap(tree -> tree.object("textQuestionAnswer"))
        .flatMap(text -> text.text("answer"))
        .ifPresent(texts::add);
    Map<String, String> options = new HashMap<>();
    question
        .flatMap(tree -> tree.object("questionDetails"))
        .flatMap(tree -> tree.object("multipleChoiceQuestionDetails"))
        .stream()
        .flatMap(tree -> tree.objects("options").stream())
        .forEach(
            option ->
                option
                    .text("id")
                    .ifPresent(
                        key ->
                            localized(option, "text").ifPresent(text -> options.put(key, text))));
    details
        .flatMap(tree -> tree.object("multipleChoiceAnswer"))
        .map(choice -> choice.texts("options"))
        .orElse(List.of())
        .forEach(key -> texts.add(options.getOrDefault(key, key)));
    return texts;
  }
}
