package com.avonsolutions.local.browser;

import com.avonsolutions.local.TestSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The visitors of one test, each with its own browser context. */
final class Visitors implements AutoCloseable {

  private final TestSite site;
  private final OtherSite otherSite;
  private final Browsers browsers;
  private final Browser browser;
  private final Path screenshots;
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<Browser> ownBrowsers = new ArrayList<>();

  Visitors(
      TestSite site, OtherSite otherSite, Browsers browsers, Browser browser, Path screenshots) {
    this.site = site;
    this.otherSite = otherSite;
    this.browsers = browsers;
    this.browser = browser;
    this.screenshots = screenshots;
  }

  Visitor with(Device device) {
    return with(device.options());
  }

  Visitor with(Device device, ColorScheme scheme) {
    return with(device.options().setColorScheme(scheme));
  }

  Visitor withoutScript(Device device) {
    return with(device.options().setJavaScriptEnabled(false));
  }

  Visitor with(NewContextOptions options) {
    return open(browser, options);
  }

  /** A visitor whose browser shows a page from the back/forward cache on "Back". */
  Visitor withBackForwardCache(Device device) {
    Browser own = browsers.launchWithBackForwardCache();
    ownBrowsers.add(own);
    return open(own, device.options());
  }

  private Visitor open(Browser used, NewContextOptions options) {
    Visitor visitor =
        new Visitor(
            used.newContext(options.setBaseURL(site.address().toString())),
            !Boolean.FALSE.equals(options.javaScriptEnabled),
            site.address().toString(),
            screenshots);
    visitors.add(visitor);
    return visitor;
  }

  /** Our site's origin. */
  String site() {
    return site.address().toString();
  }

  /** A customer's site, whose forms send leads to ours. */
  OtherSite otherSite() {
    return otherSite;
  }

  /** The leads of a person; each test uses names of its own. */
  List<Map<String, String>> leadsOf(String name) {
    return submissions("LeadsTable", name);
  }

  List<Map<String, String>> testimonialsOf(String name) {
    return submissions("TestimonialsTable", name);
  }

  void approveTestimonial(String id) {
    site.approveTestimonial(id);
  }

  private List<Map<String, String>> submissions(String table, String name) {
    return site.submissions(table).stream().filter(item -> name.equals(item.get("name"))).toList();
  }

  List<String> errors() {
    return visitors.stream().flatMap(visitor -> visitor.errors().stream()).toList();
  }

  /** Saves a screenshot of every window after a failure. */
  void screenshotFailure(String test) {
    for (Visitor visitor : visitors) {
      try {
        String name = test.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        visitor.screenshot("failed-" + name + visitors.indexOf(visitor));
      } catch (PlaywrightException e) {
        System.out.println("No screenshot of the failure: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    visitors.forEach(Visitor::close);
    ownBrowsers.forEach(Browser::close);
  }
}
