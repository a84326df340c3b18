package com.avonsolutions.local.browser;

import com.avonsolutions.sandbox.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Starts browsers. */
record Browsers(Playwright driver, Chromium chromium) implements AutoCloseable {

  static Browsers of(Chromium chromium) {
    return new Browsers(
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
        chromium);
  }

  Browser launch() {
    return driver.chromium().launch(options(chromium));
  }

  /** With the back/forward cache, as people have it; Playwright turns it off by default. */
  Browser launchWithBackForwardCache() {
    Chromium complete =
        BrowserExtension.require(
            Chromium.find(System.getenv(), Files::isExecutable),
            System.getenv(),
            "The back/forward cache");
    return driver
        .chromium()
        .launch(options(complete).setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
  }

  private static LaunchOptions options(Chromium chromium) {
    return new LaunchOptions().setExecutablePath(chromium.executable()).setArgs(Chromium.ARGUMENTS);
  }

  @Override
  public void close() {
    driver.close();
  }
}
