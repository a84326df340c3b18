package com.avonsolutions.bench.pages;

import com.avonsolutions.sandbox.Chromium;
import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Audits pages with Lighthouse's default: a phone on a slow network. */
record Lighthouse(Chromium chromium) {
  private static final Path HOME = Project.root().resolve("bench/lighthouse");
  private static final Path REPORT = Project.root().resolve("bench/target/lighthouse.json");
  private static final Duration TIMEOUT = Duration.ofMinutes(5);
  private static final int MIN_NODE_VERSION = 20;

  /** Lighthouse's error code for a trace that lacks the start of the navigation. */
  private static final String NO_NAVIGATION_START = "NO_NAVSTART";

  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

  /** What this machine lacks to run Lighthouse; empty if nothing. */
  static Optional<String> missing(Optional<Chromium> chromium) throws InterruptedException {
    if (chromium.isEmpty()) {
      return Optional.of("no browser found: " + Chromium.INSTALL);
    }
    try {
      Matcher version = NODE_VERSION.matcher(run("node", "--version"));
      if (version.matches() && Integer.parseInt(version.group(1)) >= MIN_NODE_VERSION) {
        run("npm", "--version");
        return Optional.empty();
      }
    } catch (IOException e) {
      // No Node.js; the result is the same as for an old one.
    }
    return Optional.of("no Node.js " + MIN_NODE_VERSION + " with npm found: install it");
  }

  /** Installs the exact versions of package-lock.json, unless they are installed. */
  static void install() throws IOException, InterruptedException {
    Path installed = HOME.resolve("node_modules/.package-lock.json");
    Path locked = HOME.resolve("package-lock.json");
    if (Files.notExists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(locked)) < 0) {
      run("npm", "ci", "--ignore-scripts");
    }
  }

  /**
   * Audits a page with an empty browser profile. Retries once if the trace lacks its start, as
   * Lighthouse itself advises.
   */
  LighthouseResult audit(URI page) throws IOException, InterruptedException {
    try {
      return auditOnce(page);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains(NO_NAVIGATION_START)) {
        throw e;
      }
      System.err.println("Retrying, because the trace lacks its start: " + NO_NAVIGATION_START);
      return auditOnce(page);
    }
  }

  private LighthouseResult auditOnce(URI page) throws IOException, InterruptedException {
    String flags =
        Stream.concat(Stream.of("--headless"), Chromium.ARGUMENTS.stream())
            .collect(Collectors.joining(" "));
    ExternalProgram.run(
        HOME,
        Map.of("CHROME_PATH", chromium.executable().toString()),
        TIMEOUT,
        "node",
        "node_modules/lighthouse/cli/index.js",
        page.toString(),
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        "--output-path=" + REPORT,
        "--chrome-flags=" + flags);
    return LighthouseResult.parse(Files.readString(REPORT));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    return ExternalProgram.run(HOME, Map.of(), TIMEOUT, command);
  }
}
