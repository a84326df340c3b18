package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The home page: a video that loads on demand, and a drawing that moves once. */
@WithBrowser
class HomeBrowserTest {

  private static final String PLAYER = "/_local/sample-video";

  @ParameterizedTest
  @EnumSource(Device.class)
  void video_shouldLoadNothing_untilItIsAskedFor(Device device, Visitors visitors) {
    Visitor visitor = visitors.with(device);
    Page page = visitor.open("/");
    page.locator("#video").scrollIntoViewIfNeeded();
    assertThat(page.locator("iframe")).hasCount(0);
    assertThat(visitor.requested()).noneMatch(url -> url.endsWith(PLAYER));

    visitor.press(visitor.button("Play the video"));

    assertThat(page.locator("iframe")).hasAttribute("src", PLAYER);
    assertThat(page.locator("iframe")).hasAttribute("title", Pattern.compile("\\S"));
    assertThat(page.locator("iframe")).isFocused();
    assertThat(page.frameLocator("iframe").locator("svg")).isVisible();
  }

  @Test
  void video_shouldBeALink_whenThereIsNoScript(Visitors visitors) {
    Visitor visitor = visitors.withoutScript(Device.PHONE);
    Page page = visitor.open("/");

    visitor.press(page.getByText("Play the video"));

    assertThat(page).hasURL(Pattern.compile(PLAYER + "$"));
  }

  @Test
  void page_shouldMove_whenMotionIsWelcome(Visitors visitors) {
    assertThat(animations(visitors, ReducedMotion.NO_PREFERENCE)).contains("smooth", "draw");
  }

  @Test
  void page_shouldBeStill_whenLessMotionIsWanted(Visitors visitors) {
    assertThat(animations(visitors, ReducedMotion.REDUCE)).isEmpty();
  }

  private static List<String> animations(Visitors visitors, ReducedMotion wanted) {
    Page page = visitors.with(Device.PHONE.options().setReducedMotion(wanted)).open("/");
    String script =
        """
        () => [
          // Scroll-driven animations move only with the visitor's own scrolling.
          ...document.getAnimations().filter(a => a.timeline instanceof DocumentTimeline)
            .map(a => a.animationName ?? a.transitionProperty),
          ...[...document.querySelectorAll('*')].map(e => getComputedStyle(e))
            .flatMap(s => s.scrollBehavior === 'smooth' ? ['smooth'] : []),
        ]
        """;
    return ((List<?>) page.evaluate(script)).stream().map(String::valueOf).toList();
  }
}
