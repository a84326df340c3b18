package com.avonsolutions.bench.pages;

import com.avonsolutions.bench.LocalSite;
import com.avonsolutions.bench.Machine;
import com.avonsolutions.bench.Report;
import com.avonsolutions.sandbox.Chromium;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code make bench-pages}: weighs every page of the local site and audits four with Lighthouse.
 */
public final class PagesBench {
  private static final Path LOG = Project.root().resolve("bench/target/pages-site.log");

  /** Pages that are not in the sitemap, because search engines should not list them. */
  private static final List<String> UNLISTED =
      List.of("/contact/thanks", "/testimonials/thanks", "/faqs?q=gst");

  private static final String UNKNOWN = "/no-such-page";
  private static final List<String> AUDITED =
      List.of("/", "/contact", "/faqs", "/backend-developer");
  private static final int RUNS = 5;

  private PagesBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Machine machine = Machine.inspect();
    try (LocalSite site = LocalSite.start(LOG)) {
      PageWeigher weigher = new PageWeigher(site.address());
      List<PageWeight> weights = weigh(weigher);
      Optional<Chromium> chromium = Chromium.find(System.getenv(), Files::isExecutable);
      Optional<String> missing = Lighthouse.missing(chromium);
      Map<String, List<LighthouseResult>> results =
          missing.isPresent()
              ? Map.of()
              : audit(new Lighthouse(chromium.orElseThrow()), site.address(), weigher, weights);
      Report.write("bench-pages", machine, PagesSection.of(weights, results, missing));
    }
  }

  private static List<PageWeight> weigh(PageWeigher weigher)
      throws IOException, InterruptedException {
    List<PageWeight> weights = new ArrayList<>();
    for (String path : weigher.sitemap()) {
      weights.add(weigher.weigh(path, 200));
    }
    for (String path : UNLISTED) {
      weights.add(weigher.weigh(path, 200));
    }
    weights.add(weigher.weigh(UNKNOWN, 404));
    return List.copyOf(weights);
  }

  /** All pages in turns, so that a short disturbance does not affect all runs of one page. */
  private static Map<String, List<LighthouseResult>> audit(
      Lighthouse lighthouse, URI site, PageWeigher weigher, List<PageWeight> weights)
      throws IOException, InterruptedException {
    Lighthouse.install();
    Map<String, List<LighthouseResult>> results = new LinkedHashMap<>();
    for (int i = 1; i <= RUNS; i++) {
      for (String path : AUDITED) {
        System.err.println("Lighthouse, " + i + " of " + RUNS + ": " + path);
        weigher.warm(path);
        LighthouseResult result = lighthouse.audit(site.resolve(path));
        requireSameRequests(path, result, weights);
        results.computeIfAbsent(path, key -> new ArrayList<>()).add(result);
      }
    }
    return results;
  }

  /** Checks that the browser makes the requests that the markup predicts. */
  private static void requireSameRequests(
      String path, LighthouseResult result, List<PageWeight> weights) {
    for (PageWeight weight : weights) {
      if (weight.path().equals(path)
          && (weight.beforePaint() != result.beforePaint()
              || weight.requests() != result.requests())) {
        throw new IllegalStateException(
            "The browser's requests differ from the markup: " + result + ", " + weight);
      }
    }
  }
}
