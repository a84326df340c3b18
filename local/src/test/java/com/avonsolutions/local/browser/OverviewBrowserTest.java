package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A developer looks at {@code /_local}. */
@WithBrowser
class OverviewBrowserTest {

  @Test
  void lead_shouldBeReadable_whenItHasArrived(Visitors visitors) {
    String name = "Overview Reader";
    Visitor visitor = visitors.with(Device.PHONE);
    send(visitor, name, "More patients from Aluva");

    Page page = visitor.open("/_local");

    Locator lead = lead(page, name);
    assertThat(lead.locator("time")).hasText(Pattern.compile("^Today, [0-2][0-9]:[0-5][0-9]$"));
    assertThat(lead.locator("a[href='tel:+919876543210']")).isVisible();
    assertThat(lead.locator("a[href='mailto:reader@example.com']")).isVisible();
    assertThat(lead).containsText("Google and Meta ads");
    assertThat(lead).containsText("More patients from Aluva");
    assertThat(lead.locator(".state")).hasText(Pattern.compile("^(To call|In quarantine)$"));
  }

  @Test
  void lead_shouldBeShownEscaped_whenItsNameHasHtml(Visitors visitors) {
    String name = "<img src=x onerror=alert(1)> & \"Co\"";
    Visitor visitor = visitors.with(Device.PHONE);
    send(visitor, name, "</p><script>alert(2)</script>");

    Page page = visitor.open("/_local");

    assertThat(lead(page, name)).containsText("</p><script>alert(2)</script>");
    page.getByText("LeadsTable").click();
    assertThat(page.locator("td").getByText(name)).isVisible();
    assertThat(page.locator("main").locator("img, script")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void page_shouldBeAccessibleAndFitTheScreen(Device device, Visitors visitors) {
    Visitor visitor = visitors.with(device);
    send(visitor, "श्रीमती लक्ष्मीनारायणस्वामी अय्यंगार " + device, "W".repeat(400));
    Page page = visitor.open("/_local");
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      visitor.screenshot(
          "local-overview-" + device.width() + "-" + scheme.name().toLowerCase(Locale.ROOT));
      assertThat(visitor.axeViolations()).as("axe violations, %s", scheme).isEmpty();
      assertThat(visitor.overflow()).as("elements wider than the screen").isEmpty();
    }
    for (Locator summary : page.locator("summary").all()) {
      summary.click();
    }
    assertThat(visitor.axeViolations()).as("axe violations, all open").isEmpty();
    page.setViewportSize(320, 640);
    assertThat(visitor.overflow()).as("elements wider than 320 px").isEmpty();
  }

  private static void send(Visitor visitor, String name, String message) {
    Page page = visitor.open("/contact");
    visitor.field("Your name").fill(name);
    visitor.field("Phone").fill("98765 43210");
    visitor.field("E-mail").fill("reader@example.com");
    page.getByLabel("What is it about?").selectOption("ads");
    visitor.field("What would you like").fill(message);
    visitor.tick(visitor.field("Avon Solutions may use"));
    visitor.press(visitor.button("Ask for a call"));
    page.waitForURL(Pattern.compile("/contact/thanks$"));
  }

  private static Locator lead(Page page, String name) {
    return page.locator(".leads li")
        .filter(new Locator.FilterOptions().setHas(page.locator("h3").getByText(name)));
  }
}
