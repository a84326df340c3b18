package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.ContentPages;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor uses the keyboard only. */
@WithBrowser
class KeyboardBrowserTest {

  /** More than any page has tab stops. */
  private static final int MAX_STOPS = 250;

  /** The focused element's name, and whether its focus ring is visible and not covered. */
  private static final String FOCUSED =
      """
      () => {
        const e = document.activeElement;
        if (!e || e === document.body) return { name: '', visible: true };
        const style = getComputedStyle(e);
        const box = e.getBoundingClientRect();
        const ring = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
          || style.boxShadow !== 'none';
        const x = box.left + box.width / 2, y = box.top + box.height / 2;
        const top = document.elementFromPoint(x, y);
        const bare = top && (e.contains(top) || top.contains(e) || top.closest('label')?.control === e);
        return {
          name: e.id || e.innerText?.trim().replaceAll(/\\s+/g, ' ') || e.tagName,
          visible: ring && box.width > 1 && box.height > 1 && Boolean(bare),
        };
      }
      """;

  @ParameterizedTest
  @CsvSource({"DESKTOP, LIGHT", "DESKTOP, DARK", "PHONE, LIGHT"})
  void tab_shouldReachEveryControlInOrderAndShowWhere(
      Device device, ColorScheme scheme, Visitors visitors) {
    Page page = visitors.with(device, scheme).open("/contact");

    assertThat(stops(page))
        .containsSubsequence(
            "Skip to the text",
            "Avon Solutions",
            "Services",
            "FAQs",
            "Testimonials",
            "Article",
            "name",
            "phone",
            "email",
            "company",
            "service",
            "message",
            "consent",
            "privacy notice",
            "Ask for a call",
            "Search the answers",
            "Privacy")
        .startsWith("Skip to the text");
  }

  static Stream<String> paths() {
    return Stream.concat(
        ContentPages.paths().stream(), Stream.of("/testimonials", "/faqs", "/servces"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void tab_shouldNeitherHideNorTrapTheFocus(String path, Visitors visitors) {
    Page page = visitors.with(Device.DESKTOP).expectStatus(404).open(path);

    assertThat(stops(page))
        .startsWith("Skip to the text")
        .containsSubsequence("Article", "Ask for a call", "Privacy", "Back to the top");
  }

  @Test
  void skipLink_shouldLeadPastTheHeader(Visitors visitors) {
    Page page = visitors.with(Device.DESKTOP).open("/services");

    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");

    assertThat(page.locator("main a").first()).isFocused();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void form_shouldBeSentWithKeysAlone(boolean script, Visitors visitors) {
    String name = "Keyboard " + script;
    Visitor visitor =
        (script ? visitors.with(Device.DESKTOP) : visitors.withoutScript(Device.DESKTOP))
            .expectStatus(422);
    Page page = visitor.open("/contact");
    tabTo(page, "name");
    page.keyboard().press("Enter");
    assertThat(page.locator(".problem")).isFocused();

    // The first link of the summary leads to the first error.
    page.keyboard().press("Tab");
    assertThat(page.locator(".problem a").first()).isFocused();
    page.keyboard().press("Enter");
    if (script) {
      assertThat(page.locator("#name")).isFocused();
    } else {
      assertThat(page).hasURL(Pattern.compile("#name$"));
      page.keyboard().press("Tab");
      page.keyboard().press("Shift+Tab");
      assertThat(page.locator("#name")).isFocused();
    }
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type("9876543210");
    tabTo(page, "service");
    page.keyboard().press("ArrowDown");
    tabTo(page, "consent");
    page.keyboard().press("Space");
    tabTo(page, "Ask for a call");
    page.keyboard().press("Enter");

    page.waitForURL(Pattern.compile("/contact/thanks$"));
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldKeepTheFieldUncovered_whenItHasTheFocusOnAPhone(Visitors visitors) {
    Visitor visitor = visitors.with(Device.PHONE);
    Page page = visitor.open("/");
    visitor.field("Your name").focus();

    assertThat(page.locator(".bar")).isHidden();
  }

  private static void tabTo(Page page, String name) {
    for (int i = 0; i < MAX_STOPS; i++) {
      if (name.equals(focused(page).get("name"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("Tab does not reach " + name);
  }

  /** Tabs through the page once and returns its stops; fails if a focus is invisible. */
  private static List<String> stops(Page page) {
    List<String> stops = new ArrayList<>();
    List<String> hidden = new ArrayList<>();
    for (int i = 0; i < MAX_STOPS; i++) {
      page.keyboard().press("Tab");
      Map<?, ?> focused = focused(page);
      String name = String.valueOf(focused.get("name"));
      if (name.isEmpty() || (i > 0 && name.equals("Skip to the text"))) {
        assertThat(hidden).as("stops with an invisible focus").isEmpty();
        return stops;
      }
      stops.add(name);
      if (Boolean.FALSE.equals(focused.get("visible"))) {
        hidden.add(name);
      }
    }
    throw new AssertionError("The focus never leaves the page: " + stops);
  }

  private static Map<?, ?> focused(Page page) {
    return (Map<?, ?>) page.evaluate(FOCUSED);
  }
}
