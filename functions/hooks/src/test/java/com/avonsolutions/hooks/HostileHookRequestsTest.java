package com.avonsolutions.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.EventBuilder;
import com.avonsolutions.sandbox.event.HostileRequests;
import com.avonsolutions.sandbox.standin.SampleSources;
import com.avonsolutions.web.function.FunctionHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages with a valid secret, where the platform has one that the request can carry. */
class HostileHookRequestsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @ParameterizedTest
  @CsvSource({
    "google-ads, GoogleAdsFunction",
    "meta, MetaFunction",
    "linkedin, LinkedInFunction",
    "indiamart, IndiaMartFunction",
    "justdial, JustDialFunction",
    "webhook, WebhookFunction"
  })
  void request_shouldCostLessThanASecond_whateverItsShape(String source, String function)
      throws IOException {
    Hooks hooks = new Hooks(DATABASE);
    FunctionHandler handler = hooks.handler(source);
    if (source.equals("webhook")) {
      hooks.loadForm(handler, "sample", Optional.of("/avon/forms/sample"));
    }
    String token =
        source.equals("indiamart") ? SampleSources.INDIAMART_TOKEN : SampleSources.JUSTDIAL_TOKEN;

    int sent =
        HostileRequests.check(
            handler,
            function,
            Map.of("form", "sample", "token", token),
            HookBody.MAX_KILOBYTES * 1024,
            (event, body) -> signed(source, event, body));

    assertThat(sent).isGreaterThan(300);
  }

  private static EventBuilder signed(String source, EventBuilder event, byte[] body) {
    return switch (source) {
      case "meta", "linkedin", "webhook" -> HookSignatures.sign(source, event, body);
      default -> event;
    };
  }
}
