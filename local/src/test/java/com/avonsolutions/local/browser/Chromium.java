package com.avonsolutions.local.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The Chromium that is installed on this machine; none is ever downloaded. */
record Chromium(Path executable) {

  static final String VARIABLE = "CHROMIUM_PATH";

  /** What to do where there is none. */
  static final String INSTALL =
      "install Chromium or Chrome (Debian, Ubuntu: apt-get install chromium), or name one in "
          + VARIABLE;

  private static final List<Path> USUAL =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private static final List<String> ARGUMENTS =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /**
   * Finds it.
   *
   * @param runs whether a path is a program that can be started
   */
  static Optional<Chromium> find(Map<String, String> environment, Predicate<Path> runs) {
    Stream<Path> named = Stream.ofNullable(environment.get(VARIABLE)).map(Path::of);
    return Stream.concat(named, USUAL.stream()).filter(runs).findFirst().map(Chromium::new);
  }

  static Playwright driver() {
    return Playwright.create(
        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  }

  Browser launch(Playwright driver) {
    return driver.chromium().launch(options());
  }

  /** As people have it: a page one comes back to is still in memory. */
  Browser launchRememberingPages(Playwright driver) {
    return driver
        .chromium()
        .launch(options().setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
  }

  private LaunchOptions options() {
    return new LaunchOptions().setExecutablePath(executable).setArgs(ARGUMENTS);
  }
}
