package com.avonsolutions.local.browser;

import com.avonsolutions.local.RunningSite;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The people of one test, each with a browser window that knows nothing of the others. */
final class Visitors implements AutoCloseable {

  private final RunningSite site;
  private final OtherSite otherSite;
  private final Browsers browsers;
  private final Browser browser;
  private final Path screenshots;
  private final List<Visitor> visitors = new ArrayList<>();
  private final List<Browser> ownBrowsers = new ArrayList<>();

  Visitors(
      RunningSite site, OtherSite otherSite, Browsers browsers, Browser browser, Path screenshots) {
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
    return with(browser, options);
  }

  /** Somebody whose browser keeps a page in memory and shows it again on "Back". */
  Visitor rememberingPages(Device device) {
    Browser own = browsers.launchRememberingPages();
    ownBrowsers.add(own);
    return with(own, device.options());
  }

  private Visitor with(Browser used, NewContextOptions options) {
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

  /** A customer's site, whose forms bring leads to ours. */
  OtherSite otherSite() {
    return otherSite;
  }

  /** The leads of a person, whose name only one test uses. */
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

  List<String> faults() {
    return visitors.stream().flatMap(visitor -> visitor.faults().stream()).toList();
  }

  /** So that one can see what the test saw. */
  void photographFailure(String test) {
    for (Visitor visitor : visitors) {
      try {
        String name = test.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        visitor.photograph("failed-" + name + visitors.indexOf(visitor));
      } catch (PlaywrightException e) {
        System.out.println("No picture of the failure: " + e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    visitors.forEach(Visitor::close);
    ownBrowsers.forEach(Browser::close);
  }
}
