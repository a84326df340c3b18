package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A visitor with a browser window of its own, which records every error.
 *
 * <p>Without scripts in the page, Playwright cannot wait for a control to stop moving; it then
 * clicks without waiting.
 */
final class Visitor implements AutoCloseable {

  /** Long, because a build server may be slow, and only a failing test waits this long. */
  static final double TIMEOUT_MILLIS = 30_000;

  /** Axe's default leaves out WCAG 2.2. */
  private static final List<String> AXE_TAGS =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  private final BrowserContext context;
  private final boolean script;
  private final String site;
  private final Path screenshots;
  private final Page page;
  private final List<String> requested = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final Set<Integer> expectedStatuses = new HashSet<>();
  private final Set<String> unansweredAllowed = new HashSet<>();
  private final Set<String> allowedOrigins = new HashSet<>();

  Visitor(BrowserContext context, boolean script, String site, Path screenshots) {
    this.context = context;
    this.script = script;
    this.site = site;
    this.screenshots = screenshots;
    context.setDefaultTimeout(TIMEOUT_MILLIS);
    context.onConsoleMessage(this::watch);
    context.onWebError(error -> errors.add("script: " + error.error()));
    context.onRequest(this::watch);
    context.onResponse(this::watch);
    context.onRequestFailed(this::watchFailure);
    this.page = context.newPage();
  }

  Page page() {
    return page;
  }

  BrowserContext context() {
    return context;
  }

  /** Responses with this error status do not fail the test. */
  Visitor expectStatus(int status) {
    expectedStatuses.add(status);
    return this;
  }

  /** Requests for this path may fail without a response. */
  Visitor expectNoResponse(String path) {
    unansweredAllowed.add(site + path);
    return this;
  }

  /** Requests to this origin are allowed too. */
  Visitor allowOrigin(String origin) {
    allowedOrigins.add(origin);
    return this;
  }

  /** Opens a page of the site. */
  Page open(String path) {
    page.navigate(path);
    return page;
  }

  /** Opens a page of the site with a referrer. */
  Page open(String path, String referrer) {
    page.navigate(path, new Page.NavigateOptions().setReferer(referrer));
    return page;
  }

  Locator field(String label) {
    return page.getByLabel(label, new Page.GetByLabelOptions().setExact(false));
  }

  Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  void press(Locator control) {
    control.click(new Locator.ClickOptions().setForce(!script));
  }

  void pressTwice(Locator control) {
    control.dblclick(new Locator.DblclickOptions().setForce(!script));
  }

  void tick(Locator box) {
    box.check(new Locator.CheckOptions().setForce(!script));
  }

  Locator main() {
    return page.locator("main");
  }

  /** Doubles the browser's text size, which also changes breakpoints in rem. */
  void doubleTextSize() {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", 32);
    sizes.addProperty("fixed", 26);
    JsonObject arguments = new JsonObject();
    arguments.add("fontSizes", sizes);
    context.newCDPSession(page).send("Page.setFontSizes", arguments);
    page.waitForFunction("() => getComputedStyle(document.documentElement).fontSize === '32px'");
  }

  /** The elements that make the page scroll sideways. */
  List<String> overflow() {
    String script =
        """
        () => {
          const page = document.documentElement;
          // Elements inside a scroll container may be wider.
          if (page.scrollWidth <= page.clientWidth && page.clientWidth <= innerWidth) return [];
          const width = page.clientWidth;
          const wide = [...document.body.querySelectorAll('*')]
            .filter(e => e.getBoundingClientRect().right > width + 1)
            .map(e => e.outerHTML.slice(0, 120));
          return [`${page.scrollWidth} px in ${width}`, ...wide.slice(0, 8)];
        }
        """;
    return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
  }

  /** Runs a script that leaves the page, after this call has returned. */
  void runDetached(String script) {
    page.evaluate("() => { setTimeout(() => { " + script + " }) }");
  }

  /** The URLs of all requests of this window. */
  List<String> requested() {
    return List.copyOf(requested);
  }

  /** What axe finds against WCAG 2.2 and its best practices. */
  List<String> axeViolations() {
    AxeResults results = axe(AXE_TAGS);
    assertThat(results.getPasses()).as("rules that axe could check").hasSizeGreaterThan(20);
    return violations(results);
  }

  /** What axe finds against its rules about colours, which alone depend on the colour scheme. */
  List<String> colourViolations() {
    AxeResults results = axe(List.of("cat.color"));
    assertThat(results.getPasses()).as("rules that axe could check").isNotEmpty();
    return violations(results);
  }

  private AxeResults axe(List<String> tags) {
    AxeRunOptions options = new AxeRunOptions();
    // Of the other rules only one element each is described.
    options.setResultTypes(List.of("violations"));
    return new AxeBuilder(page).setLegacyMode(true).options(options).withTags(tags).analyze();
  }

  private static List<String> violations(AxeResults results) {
    return results.getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getAny()))
        .toList();
  }

  List<String> errors() {
    return List.copyOf(errors);
  }

  /** Saves a screenshot of the whole page, if {@code make screenshots} asks for it. */
  void screenshot(String name) {
    if (Boolean.getBoolean("screenshots")) {
      saveScreenshot(name);
    }
  }

  void saveScreenshot(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(screenshots.resolve(name + ".png"))
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  private void watch(ConsoleMessage message) {
    // Responses with an error status are handled below, where the test can expect them.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      errors.add("console: " + message.text());
    }
  }

  private void watch(Request request) {
    requested.add(request.url());
    boolean allowed =
        Stream.concat(Stream.of(site), allowedOrigins.stream())
            .anyMatch(origin -> request.url().startsWith(origin + "/"));
    if (!allowed && !request.url().startsWith("data:")) {
      errors.add("request to another origin: " + request.url());
    }
  }

  private void watch(Response response) {
    if (response.status() >= 400 && !expectedStatuses.contains(response.status())) {
      errors.add("status " + response.status() + ": " + response.url());
    }
  }

  private void watchFailure(Request request) {
    // The next key stroke or click aborts a running request.
    if (!"net::ERR_ABORTED".equals(request.failure())
        && !unansweredAllowed.contains(request.url())) {
      errors.add("no response: " + request.url() + " " + request.failure());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
