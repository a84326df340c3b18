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

/** Looks at a page as a phone on a slow network shows it, which is Lighthouse's own default. */
record Lighthouse(Chromium chromium) {
  private static final Path HOME = Project.root().resolve("bench/lighthouse");
  private static final Path REPORT = Project.root().resolve("bench/target/lighthouse.json");
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final int OLDEST_NODE = 20;

  /** Lighthouse's code for a trace without the navigation's start: nothing has been measured. */
  private static final String NO_START = "NO_NAVSTART";

  private static final Pattern NODE_VERSION = Pattern.compile("v(\\d+)\\..*", Pattern.DOTALL);

  /** What this machine lacks for it. */
  static Optional<String> missing(Optional<Chromium> chromium) throws InterruptedException {
    if (chromium.isEmpty()) {
      return Optional.of("no browser found: " + Chromium.INSTALL);
    }
    try {
      Matcher version = NODE_VERSION.matcher(run("node", "--version"));
      if (version.matches() && Integer.parseInt(version.group(1)) >= OLDEST_NODE) {
        run("npm", "--version");
        return Optional.empty();
      }
    } catch (IOException e) {
      // Said below, as an old one is.
    }
    return Optional.of("no Node.js " + OLDEST_NODE + " with npm found: install it");
  }

  /** Takes the libraries from the registry, exactly those of package-lock.json. */
  static void install() throws IOException, InterruptedException {
    Path installed = HOME.resolve("node_modules/.package-lock.json");
    Path wanted = HOME.resolve("package-lock.json");
    if (Files.notExists(installed)
        || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0) {
      run("npm", "ci", "--ignore-scripts");
    }
  }

  /**
   * Looks with a browser that has seen nothing before; once more if the browser did not note when
   * it began, for which Lighthouse itself asks.
   */
  Look look(URI page) throws IOException, InterruptedException {
    try {
      return lookOnce(page);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains(NO_START)) {
        throw e;
      }
      System.err.println("Again, as the browser's trace had no start: " + NO_START);
      return lookOnce(page);
    }
  }

  private Look lookOnce(URI page) throws IOException, InterruptedException {
    String flags =
        Stream.concat(Stream.of("--headless"), Chromium.ARGUMENTS.stream())
            .collect(Collectors.joining(" "));
    Tool.run(
        HOME,
        Map.of("CHROME_PATH", chromium.executable().toString()),
        LIMIT,
        "node",
        "node_modules/lighthouse/cli/index.js",
        page.toString(),
        "--quiet",
        "--no-enable-error-reporting",
        "--output=json",
        "--output-path=" + REPORT,
        "--chrome-flags=" + flags);
    return Look.parse(Files.readString(REPORT));
  }

  private static String run(String... command) throws IOException, InterruptedException {
    return Tool.run(HOME, Map.of(), LIMIT, command);
  }
}
