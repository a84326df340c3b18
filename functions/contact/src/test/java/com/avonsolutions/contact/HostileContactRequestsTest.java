package com.avonsolutions.contact;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.engine.SiteDatabase;
import com.avonsolutions.sandbox.event.HostileRequests;
import com.avonsolutions.web.form.FormReader;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HostileContactRequestsTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  @Test
  void request_shouldCostLessThanASecond_whateverItsShape() throws IOException {
    SubmitLeadsHandler handler = new SubmitLeadsHandler(DATABASE.environmentOf("ContactFunction"));
    SampleForms.store(handler);

    int sent =
        HostileRequests.check(
            handler,
            "ContactFunction",
            Map.of("form", "sample"),
            FormReader.MAX_MEGABYTES * 1024 * 1024,
            (event, body) -> event);

    assertThat(sent).isGreaterThan(1_000);
  }
}
