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
 * {@code make bench-pages}: weighs every page of the local site and lets Lighthouse look at four.
 */
public final class PagesBench {
  private static final Path LOG = Project.root().resolve("bench/target/pages-site.log");

  /** Pages that the sitemap does not name, because nobody should find them by a search. */
  private static final List<String> UNLISTED =
      List.of("/contact/thanks", "/testimonials/thanks", "/faqs?q=gst");

  private static final String UNKNOWN = "/no-such-page";
  private static final List<String> LOOKED_AT =
      List.of("/", "/contact", "/faqs", "/backend-developer");
  private static final int LOOKS = 5;

  private PagesBench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Machine machine = Machine.look();
    try (LocalSite site = LocalSite.start(LOG)) {
      Scales scales = new Scales(site.address());
      List<PageWeight> weights = weigh(scales);
      Optional<Chromium> chromium = Chromium.find(System.getenv(), Files::isExecutable);
      Optional<String> missing = Lighthouse.missing(chromium);
      Map<String, List<Look>> looks =
          missing.isPresent()
              ? Map.of()
              : look(new Lighthouse(chromium.orElseThrow()), site.address(), scales, weights);
      Report.write("bench-pages", machine, PagesSection.of(weights, looks, missing));
    }
  }

  private static List<PageWeight> weigh(Scales scales) throws IOException, InterruptedException {
    List<PageWeight> weights = new ArrayList<>();
    for (String path : scales.sitemap()) {
      weights.add(scales.weigh(path, 200));
    }
    for (String path : UNLISTED) {
      weights.add(scales.weigh(path, 200));
    }
    weights.add(scales.weigh(UNKNOWN, 404));
    return List.copyOf(weights);
  }

  /** Page by page and then again, so that a noisy minute does not meet one page only. */
  private static Map<String, List<Look>> look(
      Lighthouse lighthouse, URI site, Scales scales, List<PageWeight> weights)
      throws IOException, InterruptedException {
    Lighthouse.install();
    Map<String, List<Look>> looks = new LinkedHashMap<>();
    for (int i = 1; i <= LOOKS; i++) {
      for (String path : LOOKED_AT) {
        System.err.println("Lighthouse, " + i + " of " + LOOKS + ": " + path);
        scales.warm(path);
        Look look = lighthouse.look(site.resolve(path));
        requireSameRequests(path, look, weights);
        looks.computeIfAbsent(path, key -> new ArrayList<>()).add(look);
      }
    }
    return looks;
  }

  /** What was counted in the markup has to be what a browser really does. */
  private static void requireSameRequests(String path, Look look, List<PageWeight> weights) {
    for (PageWeight weight : weights) {
      if (weight.path().equals(path)
          && (weight.beforePaint() != look.beforePaint() || weight.requests() != look.requests())) {
        throw new IllegalStateException(
            "The browser loads other things than the markup says: " + look + ", " + weight);
      }
    }
  }
}
