package com.avonsolutions.local.browser;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ReducedMotion;

/** A visitor's device. */
enum Device {
  PHONE(360, 740) {
    @Override
    NewContextOptions options() {
      return super.options()
          .setHasTouch(true)
          .setIsMobile(true)
          .setUserAgent(
              "Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko)"
                  + " Chrome/140.0.0.0 Mobile Safari/537.36");
    }
  },
  DESKTOP(1280, 800);

  private final int width;
  private final int height;

  Device(int width, int height) {
    this.width = width;
    this.height = height;
  }

  int width() {
    return width;
  }

  /** With reduced motion, so that tests do not wait for smooth scrolling. */
  NewContextOptions options() {
    return new NewContextOptions()
        .setViewportSize(width, height)
        .setLocale("en-IN")
        .setReducedMotion(ReducedMotion.REDUCE);
  }
}
