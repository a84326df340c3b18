package com.avonsolutions.staff;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code leads backfill}. The access token is META_ACCESS_TOKEN, else the parameter of SSM
 * Parameter Store that the functions read. META_ACCESS_TOKEN_NAME, META_GRAPH_URL and
 * META_GRAPH_VERSION override the values of template.yaml.
 */
@Command(name = "backfill", description = "Fetches leads from a platform.")
final class BackfillCommand {
  private static final String TOKEN_NAME = "/avon/meta/access-token";

  private final Session session;

  BackfillCommand(Session session) {
    this.session = session;
  }

  @Command(
      name = "meta",
      description =
          "Fetches the leads of a Meta form that are missing in the table, such as those from"
              + " before its webhook was set up. Needs META_ACCESS_TOKEN in the environment, or"
              + " AWS credentials that can read it.")
  void meta(
      @Parameters(paramLabel = "FORM", description = "The form's id at Meta.") String form,
      @Option(
              names = "--since",
              paramLabel = "YYYY-MM-DD",
              converter = IndiaTime.Day.class,
              description = "Leave out leads from before this day in India.")
          Optional<LocalDate> since,
      @Option(
              names = "--after",
              paramLabel = "CURSOR",
              description = "Resume where an earlier run stopped.")
          Optional<String> after,
      @Option(names = "--dry-run", description = "Only say what would be added.") boolean dryRun,
      @Mixin TableTarget target,
      @Mixin ConsentsOption consents)
      throws IOException {
    Map<String, String> settings = settings(target, consents);
    try {
      session.withStores(
          target,
          settings,
          stores ->
              new LeadsBackfill(
                      stores, session, dryRun, e -> StoreFailure.explain(e, target, settings))
                  .run(form, since.map(day -> day.atStartOfDay(India.ZONE).toInstant()), after));
    } catch (SecretUnavailableException e) {
      throw new UserError(
          "Set META_ACCESS_TOKEN to a token of the page, or use AWS credentials that may read "
              + tokenName()
              + ".",
          e);
    }
  }

  private Map<String, String> settings(TableTarget target, ConsentsOption consents) {
    Map<String, String> variables = session.variables();
    Map<String, String> settings = new HashMap<>(consents.settings(target, Table.LEADS, variables));
    settings.put("META_ACCESS_TOKEN_NAME", tokenName());
    settings.put("META_GRAPH_URL", setting("META_GRAPH_URL", "MetaGraphUrl"));
    settings.put("META_GRAPH_VERSION", setting("META_GRAPH_VERSION", "MetaGraphVersion"));
    // Meta takes longer for a page of a hundred leads than for one lead.
    settings.put(
        "PLATFORM_PATIENCE_MILLIS", variables.getOrDefault("PLATFORM_PATIENCE_MILLIS", "60000"));
    Optional.ofNullable(variables.get("SSM_ENDPOINT"))
        .ifPresent(address -> settings.put("SSM_ENDPOINT", address));
    Optional.ofNullable(variables.get("META_ACCESS_TOKEN"))
        .ifPresent(token -> settings.put("SECRETS", tokenName() + '=' + token));
    return settings;
  }

  private String tokenName() {
    return session.variables().getOrDefault("META_ACCESS_TOKEN_NAME", TOKEN_NAME);
  }

  /** The environment variable, else the default in template.yaml. */
  private String setting(String variable, String parameter) {
    return Optional.ofNullable(session.variables().get(variable))
        .or(
            () ->
                Optional.ofNullable(SamTemplate.ofProject().parameters().get(parameter))
                    .flatMap(SamTemplate.Parameter::defaultValue))
        .orElseThrow(() -> new UserError("Set " + variable + "."));
  }
}
