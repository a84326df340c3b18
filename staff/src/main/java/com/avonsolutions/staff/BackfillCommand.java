package com.avonsolutions.staff;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.secret.SecretUnavailableException;
import com.avonsolutions.sandbox.template.SamTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * {@code leads backfill meta FORM}: fetches the leads of a form at Meta that are not here, for
 * instance those from before its webhook was set up. The token to ask with is META_ACCESS_TOKEN,
 * else the parameter of SSM Parameter Store that the functions read.
 */
final class BackfillCommand implements Command {
  private static final String USAGE =
      "Usage: leads backfill meta FORM [--since YYYY-MM-DD] [--after CURSOR] [--dry-run]"
          + " (--endpoint URL | --table NAME)";

  private static final String TOKEN_NAME = "/avon/meta/access-token";

  private final Clock clock;
  private final Map<String, String> process;
  private final Consumer<Duration> sleep;

  /**
   * Makes the command.
   *
   * @param process the variables META_ACCESS_TOKEN, META_ACCESS_TOKEN_NAME, META_GRAPH_URL and
   *     META_GRAPH_VERSION, beside those of AWS
   * @param sleep waits
   */
  BackfillCommand(Clock clock, Map<String, String> process, Consumer<Duration> sleep) {
    this.clock = clock;
    this.process = process;
    this.sleep = sleep;
  }

  @Override
  public void run(List<String> arguments) {
    List<String> rest = new ArrayList<>(arguments);
    boolean dryRun = rest.remove("--dry-run");
    Optional<Instant> since =
        take(rest, "--since").map(day -> IndianTime.day(day).atStartOfDay(India.ZONE).toInstant());
    Optional<String> after = take(rest, "--after");
    TableTarget target = TableTarget.parse(rest, process, "LEADS_TABLE", "LeadsTable");
    if (target.words().size() != 2 || !target.words().get(0).equals("meta")) {
      throw new UserError(USAGE);
    }
    try (Stores stores = Stores.open(environment(target), clock)) {
      new LeadsBackfill(stores.meta(), stores.leads(), stores.platformIntake(), dryRun, sleep)
          .walk(target.words().get(1), since, after);
    } catch (SecretUnavailableException e) {
      throw new UserError(
          "Set META_ACCESS_TOKEN to a token of the page, or use AWS credentials that may read "
              + tokenName()
              + ".",
          e);
    }
  }

  private Map<String, String> environment(TableTarget target) {
    Map<String, String> environment = new HashMap<>(target.environment());
    environment.put("META_ACCESS_TOKEN_NAME", tokenName());
    environment.put("META_GRAPH_URL", setting("META_GRAPH_URL", "MetaGraphUrl"));
    environment.put("META_GRAPH_VERSION", setting("META_GRAPH_VERSION", "MetaGraphVersion"));
    // A page of a hundred leads takes longer than one lead.
    environment.put(
        "PLATFORM_PATIENCE_MILLIS", process.getOrDefault("PLATFORM_PATIENCE_MILLIS", "60000"));
    Optional.ofNullable(process.get("SSM_ENDPOINT"))
        .ifPresent(address -> environment.put("SSM_ENDPOINT", address));
    Optional.ofNullable(process.get("META_ACCESS_TOKEN"))
        .ifPresent(token -> environment.put("SECRETS", tokenName() + '=' + token));
    return environment;
  }

  private String tokenName() {
    return process.getOrDefault("META_ACCESS_TOKEN_NAME", TOKEN_NAME);
  }

  /** The variable, else what the template has for the functions. */
  private String setting(String variable, String parameter) {
    return Optional.ofNullable(process.get(variable))
        .or(
            () ->
                Optional.ofNullable(SamTemplate.ofProject().parameters().get(parameter))
                    .flatMap(SamTemplate.Parameter::defaultValue))
        .orElseThrow(() -> new UserError("Set " + variable + "."));
  }

  private static Optional<String> take(List<String> arguments, String flag) {
    int at = arguments.indexOf(flag);
    if (at < 0) {
      return Optional.empty();
    }
    if (at + 1 == arguments.size()) {
      throw new UserError(flag + " needs a value.");
    }
    arguments.remove(at);
    return Optional.of(arguments.remove(at));
  }
}
