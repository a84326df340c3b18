package com.avonsolutions.local.blackbox;

import com.avonsolutions.local.RunningSite;
import com.avonsolutions.sandbox.engine.EmbeddedDynamoDb;
import com.avonsolutions.sandbox.event.Answer;
import com.avonsolutions.sandbox.event.EventFixtures;
import com.avonsolutions.sandbox.event.WireRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * JUnit extension: the site at the system property {@code site}, with its tables at {@code tables},
 * or without them a local server of the test run's own. Either way it has {@link
 * EventFixtures#parameters}, the starter FAQs and sample forms, and no testimonials.
 */
final class SiteUnderTest implements BeforeAllCallback {

  private @Nullable Addresses addresses;

  @Override
  public void beforeAll(ExtensionContext context) {
    // In the root store, one server does for all test classes.
    addresses =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SiteUnderTest.class))
            .getOrComputeIfAbsent(Addresses.class, key -> Addresses.find(), Addresses.class);
  }

  Answer send(WireRequest request) throws IOException {
    return request.sendTo(addresses().site());
  }

  /** What was stored, texts only, without the records of submission keys. */
  List<Map<String, String>> submissions(String table) {
    try (var client = EmbeddedDynamoDb.client(addresses().tables())) {
      return RunningSite.submissions(client, table);
    }
  }

  URI address() {
    return addresses().site();
  }

  private Addresses addresses() {
    if (addresses == null) {
      throw new IllegalStateException("The site starts before the first test: register this");
    }
    return addresses;
  }

  private record Addresses(URI site, URI tables, @Nullable RunningSite own)
      implements AutoCloseable {

    static Addresses find() {
      String site = System.getProperty("site");
      if (site != null) {
        return new Addresses(URI.create(site), URI.create(System.getProperty("tables")), null);
      }
      try {
        RunningSite own = RunningSite.start(false, EventFixtures.parameters());
        return new Addresses(own.address(), own.tables(), own);
      } catch (Exception e) {
        throw new IllegalStateException("The local server did not start", e);
      }
    }

    @Override
    public void close() {
      if (own != null) {
        own.close();
      }
    }
  }
}
