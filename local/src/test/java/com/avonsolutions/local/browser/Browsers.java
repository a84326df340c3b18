package com.avonsolutions.local.browser;

import com.avonsolutions.sandbox.Chromium;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
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
    return driver.chromium().launch(options());
  }

  /** With the back/forward cache, as people have it; Playwright turns it off by default. */
  Browser launchWithBackForwardCache() {
    return driver
        .chromium()
        .launch(options().setIgnoreDefaultArgs(List.of("--disable-back-forward-cache")));
  }

  private LaunchOptions options() {
    return new LaunchOptions().setExecutablePath(chromium.executable()).setArgs(Chromium.ARGUMENTS);
  }

  @Override
  public void close() {
    driver.close();
  }
}
