package com.avonsolutions.local.browser;

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
 * Somebody who looks at the site, and everything that goes wrong in the window meanwhile.
 *
 * <p>Without script in the page, Playwright cannot see whether a control stands still, so that it
 * is pressed where it is.
 */
final class Visitor implements AutoCloseable {

  /** Long, for a build server may be slow, and only what fails waits for its end. */
  static final double PATIENCE_MILLIS = 30_000;

  private final BrowserContext context;
  private final boolean script;
  private final String site;
  private final Path screenshots;
  private final Page page;
  private final List<String> requested = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();
  private final Set<Integer> expectedStatuses = new HashSet<>();
  private final Set<String> expectedSilences = new HashSet<>();
  private final Set<String> otherSites = new HashSet<>();

  Visitor(BrowserContext context, boolean script, String site, Path screenshots) {
    this.context = context;
    this.script = script;
    this.site = site;
    this.screenshots = screenshots;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.onConsoleMessage(this::watch);
    context.onWebError(error -> faults.add("script: " + error.error()));
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

  /** Answers of this status are part of the walk. */
  Visitor expecting(int status) {
    expectedStatuses.add(status);
    return this;
  }

  /** Requests for this path may remain without any answer. */
  Visitor expectingNoAnswer(String path) {
    expectedSilences.add(site + path);
    return this;
  }

  /** The walk leads over another site too. */
  Visitor expectingSite(String origin) {
    otherSites.add(origin);
    return this;
  }

  /** Opens a page of the site. */
  Page open(String path) {
    page.navigate(path);
    return page;
  }

  /** Opens a page of the site as by a link on another page. */
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

  /** Sets the browser's own text size, which also moves every breakpoint in rem. */
  void doubleTextSize() {
    JsonObject sizes = new JsonObject();
    sizes.addProperty("standard", 32);
    sizes.addProperty("fixed", 26);
    JsonObject arguments = new JsonObject();
    arguments.add("fontSizes", sizes);
    context.newCDPSession(page).send("Page.setFontSizes", arguments);
    page.waitForFunction("() => getComputedStyle(document.documentElement).fontSize === '32px'");
  }

  /** What makes the page scroll sideways, or nothing. */
  List<String> tooWide() {
    String script =
        """
        () => {
          const page = document.documentElement;
          // A page as wide as its window does not scroll, and what scrolls by itself may be wider.
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

  /**
   * Runs a script that leaves the page; a moment later, or its own answer might be lost with it.
   */
  void leave(String script) {
    page.evaluate("() => { setTimeout(() => { " + script + " }) }");
  }

  /** Every address that this window asked for. */
  List<String> requested() {
    return List.copyOf(requested);
  }

  List<String> faults() {
    return List.copyOf(faults);
  }

  /** The whole page, top to bottom. */
  void photograph(String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(screenshots.resolve(name + ".png"))
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED));
  }

  private void watch(ConsoleMessage message) {
    // That an answer has a bad status is seen below, where it can be expected.
    if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
      faults.add("console: " + message.text());
    }
  }

  private void watch(Request request) {
    requested.add(request.url());
    boolean known =
        Stream.concat(Stream.of(site), otherSites.stream())
            .anyMatch(origin -> request.url().startsWith(origin + "/"));
    if (!known && !request.url().startsWith("data:")) {
      faults.add("request to another origin: " + request.url());
    }
  }

  private void watch(Response response) {
    if (response.status() >= 400 && !expectedStatuses.contains(response.status())) {
      faults.add("status " + response.status() + ": " + response.url());
    }
  }

  private void watchFailure(Request request) {
    // Aborted is what the next key stroke or press makes of a request.
    if (!"net::ERR_ABORTED".equals(request.failure())
        && !expectedSilences.contains(request.url())) {
      faults.add("no answer: " + request.url() + " " + request.failure());
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
