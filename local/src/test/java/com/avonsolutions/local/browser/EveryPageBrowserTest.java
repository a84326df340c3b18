package com.avonsolutions.local.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What holds for every page. That none logs an error, breaks its policy or asks another origin for
 * anything is checked for every visitor of every test, by {@link SiteInBrowser}.
 */
@InBrowser
class EveryPageBrowserTest {

  private static final int NARROWEST = 320;

  /** Those whose dark look is worth a picture. */
  private static final Set<Sight> BY_NIGHT = Set.of(Sight.HOME, Sight.CONTACT);

  private static final List<String> RULES =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice");

  static Stream<Arguments> windows() {
    return Stream.of(Sight.values())
        .flatMap(sight -> Stream.of(Device.values()).map(device -> Arguments.of(sight, device)));
  }

  @ParameterizedTest
  @MethodSource("windows")
  void page_shouldBeAccessibleAndFitTheScreen(Sight sight, Device device, Visitors visitors) {
    Visitor visitor = visitors.with(device);
    Page page = sight.show(visitor);
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      if (scheme == ColorScheme.LIGHT || BY_NIGHT.contains(sight)) {
        visitor.photograph(
            sight.fileName() + "-" + device.width() + "-" + scheme.name().toLowerCase(Locale.ROOT));
      }
      assertThat(violations(page)).as("what axe finds when it is %s", scheme).isEmpty();
      assertThat(visitor.tooWide()).as("what is wider than the screen").isEmpty();
    }
    if (device == Device.PHONE) {
      page.setViewportSize(NARROWEST, 640);
    } else {
      visitor.doubleTextSize();
    }
    assertThat(visitor.tooWide()).as("what is wider than the screen at its worst").isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CONTACT_WITH_MISTAKES", "FAQS_AS_TYPED"})
  void page_shouldShowTheSame_whenThereIsNoScript(Sight sight, Visitors visitors) {
    Visitor with = visitors.with(Device.PHONE);
    Visitor without = visitors.withoutScript(Device.PHONE);

    Page page = sight.show(with);
    Page plain = sight.show(without);

    assertThat(plain.locator("h1").allInnerTexts()).isEqualTo(page.locator("h1").allInnerTexts());
    assertThat(plain.locator("main").innerText()).isEqualTo(page.locator("main").innerText());
  }

  /** Axe's own default leaves out the rules of WCAG 2.2. */
  private static List<String> violations(Page page) {
    AxeResults results = new AxeBuilder(page).setLegacyMode(true).withTags(RULES).analyze();
    assertThat(results.getPasses()).as("what axe found right").hasSizeGreaterThan(20);
    return results.getViolations().stream()
        .flatMap(
            rule ->
                rule.getNodes().stream()
                    .map(node -> rule.getId() + ": " + node.getHtml() + " " + node.getAny()))
        .toList();
  }
}
