package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.TestSite;
import com.avonsolutions.sandbox.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * Starts the site and a browser once for all tests, and gives each test its own visitors. A test
 * fails if one of its visitors recorded an error that the test does not expect.
 */
final class BrowserExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {

  private static final Namespace NAMESPACE = Namespace.create(BrowserExtension.class);
  private static final Path SCREENSHOTS = Path.of("target", "screenshots");

  /** Shared by all tests, and closed after the last one. */
  private record Shared(TestSite site, OtherSite otherSite, Browsers browsers, Browser browser)
      implements AutoCloseable {

    static Shared start(Chromium chromium) {
      try {
        TestSite site = TestSite.start();
        OtherSite otherSite = OtherSite.beside(site.address().toString());
        site.loadForms(otherSite.forms());
        Browsers browsers = Browsers.of(chromium);
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.TIMEOUT_MILLIS);
        return new Shared(site, otherSite, browsers, browsers.launch());
      } catch (Exception e) {
        throw new IllegalStateException("The site or the browser did not start", e);
      }
    }

    @Override
    public void close() {
      browser.close();
      browsers.close();
      otherSite.close();
      site.close();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    Chromium chromium =
        require(
            Chromium.findQuickest(System.getenv(), Files::isExecutable),
            System.getenv(),
            context.getDisplayName());
    context
        .getRoot()
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(Shared.class, key -> Shared.start(chromium), Shared.class);
  }

  /** Skips the tests if there is no browser; fails them in continuous integration. */
  static Chromium require(Optional<Chromium> found, Map<String, String> environment, String tests) {
    if (found.isPresent()) {
      return found.get();
    }
    if ("true".equals(environment.get("CI"))) {
      throw new AssertionFailedError(tests + " needs a browser: " + Chromium.INSTALL);
    }
    String skipped = "SKIPPED " + tests + ", no browser found: " + Chromium.INSTALL;
    throw new TestAbortedException(skipped);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Visitors.class;
  }

  @Override
  public Visitors resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent(
            Visitors.class,
            key -> {
              Shared shared = context.getRoot().getStore(NAMESPACE).get(Shared.class, Shared.class);
              return new Visitors(
                  shared.site(),
                  shared.otherSite(),
                  shared.browsers(),
                  shared.browser(),
                  SCREENSHOTS);
            },
            Visitors.class);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    Visitors visitors = context.getStore(NAMESPACE).get(Visitors.class, Visitors.class);
    if (visitors == null) {
      return;
    }
    if (context.getExecutionException().isPresent()) {
      visitors.screenshotFailure(
          context.getRequiredTestMethod().getName() + context.getDisplayName());
    }
    assertThat(visitors.errors()).as("errors in the browser").isEmpty();
  }
}
