package com.avonsolutions.local.blackbox;

import com.avonsolutions.local.TestSite;
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
 * JUnit extension: the site at the system property {@code site} with its tables at {@code tables}.
 * Without these properties it starts a local server. Either way the site has {@link
 * EventFixtures#parameters}, the starter FAQs and sample forms, and no testimonials.
 */
final class SiteUnderTest implements BeforeAllCallback {

  private @Nullable Addresses addresses;

  @Override
  public void beforeAll(ExtensionContext context) {
    // In the root store, so that all test classes share one server.
    addresses =
        context
            .getRoot()
            .getStore(ExtensionContext.Namespace.create(SiteUnderTest.class))
            .getOrComputeIfAbsent(Addresses.class, key -> Addresses.find(), Addresses.class);
  }

  Answer send(WireRequest request) throws IOException {
    return request.sendTo(addresses().site());
  }

  /** The submissions in a table, see {@link TestSite#submissions}. */
  List<Map<String, String>> submissions(String table) {
    try (var client = EmbeddedDynamoDb.client(addresses().tables())) {
      return TestSite.submissions(client, table);
    }
  }

  URI address() {
    return addresses().site();
  }

  private Addresses addresses() {
    if (addresses == null) {
      throw new IllegalStateException("Register this extension, which starts the site");
    }
    return addresses;
  }

  private record Addresses(URI site, URI tables, @Nullable TestSite own) implements AutoCloseable {

    static Addresses find() {
      String site = System.getProperty("site");
      if (site != null) {
        return new Addresses(URI.create(site), URI.create(System.getProperty("tables")), null);
      }
      try {
        TestSite own = TestSite.start(false, EventFixtures.parameters());
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
