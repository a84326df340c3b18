package com.avonsolutions.hooks;

import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.form.Form;
import com.avonsolutions.domain.form.FormStore;
import com.avonsolutions.domain.lead.Service;
import com.avonsolutions.hooks.details.FetchLeadDetailsHandler;
import com.avonsolutions.hooks.googleads.ReceiveGoogleAdsLeadsHandler;
import com.avonsolutions.hooks.indiamart.ReceiveIndiaMartLeadsHandler;
import com.avonsolutions.hooks.justdial.ReceiveJustDialLeadsHandler;
import com.avonsolutions.hooks.linkedin.ReceiveLinkedInLeadsHandler;
import com.avonsolutions.hooks.meta.ReceiveMetaLeadsHandler;
import com.avonsolutions.hooks.webhook.ReceiveWebhookLeadsHandler;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.web.function.FunctionHandler;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * The functions of this module with the sample secrets, each in its own environment.
 *
 * @param overrides changes the environment, e.g. adds the URLs of queues
 */
public record Hooks(SiteDatabase database, UnaryOperator<Map<String, String>> overrides) {

  public Hooks(SiteDatabase database) {
    this(database, UnaryOperator.identity());
  }

  /** The handler of a folder of events/. */
  public FunctionHandler handler(String folder) {
    return handler(folder, EventFixtures.parameters(), Clock.systemUTC());
  }

  public FunctionHandler handler(
      String folder, Map<String, String> parameters, Object... singletons) {
    return switch (folder) {
      case "google-ads" ->
          new ReceiveGoogleAdsLeadsHandler(
              environment("GoogleAdsFunction", parameters), singletons);
      case "meta" ->
          new ReceiveMetaLeadsHandler(environment("MetaFunction", parameters), singletons);
      case "linkedin" ->
          new ReceiveLinkedInLeadsHandler(environment("LinkedInFunction", parameters), singletons);
      case "indiamart" ->
          new ReceiveIndiaMartLeadsHandler(
              environment("IndiaMartFunction", parameters), singletons);
      case "justdial" ->
          new ReceiveJustDialLeadsHandler(environment("JustDialFunction", parameters), singletons);
      case "webhook" ->
          new ReceiveWebhookLeadsHandler(environment("WebhookFunction", parameters), singletons);
      case "lead-details" ->
          new FetchLeadDetailsHandler(environment("LeadDetailsFunction", parameters), singletons);
      default -> throw new IllegalArgumentException("No function has events/" + folder);
    };
  }

  Map<String, String> environment(String functionId, Map<String, String> parameters) {
    Map<String, String> given = new HashMap<>(SampleSources.parameters());
    given.putAll(parameters);
    Map<String, String> environment = new HashMap<>(database.environmentOf(functionId, given));
    // No server listens there, so that only the given secrets can be read.
    environment.put("SSM_ENDPOINT", "http://localhost:1");
    environment.put("PLATFORM_PATIENCE_MILLIS", "20000");
    return Map.copyOf(overrides.apply(environment));
  }

  /** Stores a form that other systems may send webhooks for. */
  void loadForm(FunctionHandler webhook, String name, Optional<String> secret) {
    webhook
        .getApplicationContext()
        .getBean(FormStore.class)
        .load(
            new Form(
                name,
                "A form",
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.of(Service.ADS),
                false,
                ShownWords.named("sample-1"),
                secret,
                Optional.empty()));
  }

  /** All items of leads, without the records of their identities. */
  public List<Map<String, AttributeValue>> leads() {
    Predicate<Map<String, AttributeValue>> isLead = item -> item.containsKey("receivedAt");
    return database.client().scan(scan -> scan.tableName("LeadsTable")).items().stream()
        .filter(isLead)
        .toList();
  }

  /** The texts of an item, by the names of their attributes. */
  public static Map<String, String> texts(Map<String, AttributeValue> item) {
    Map<String, String> texts = new HashMap<>();
    item.forEach(
        (name, value) -> Optional.ofNullable(value.s()).ifPresent(text -> texts.put(name, text)));
    return texts;
  }
}
