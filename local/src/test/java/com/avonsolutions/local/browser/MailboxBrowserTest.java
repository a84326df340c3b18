package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A developer looks at mail, webhooks and deliveries. */
@WithBrowser
class MailboxBrowserTest {

  @ParameterizedTest
  @EnumSource(Device.class)
  void pages_shouldShowALead_andBeAccessibleAndFitTheScreen(Device device, Visitors visitors) {
    // Nothing of one lead is like another's, or the spam filter puts it aside.
    boolean phone = device == Device.PHONE;
    String name = phone ? "लक्ष्मी <b>अय्यंगार</b> PHONE" : "Ravi & <i>Menon</i> DESKTOP";
    Visitor visitor = visitors.with(device);
    send(
        visitor,
        name,
        phone ? "90000 11111" : "98765 22222",
        phone ? "More patients from Aluva" : "Our shop in Kochi needs a website by Onam");
    Page page =
        visitor.open("/_local/mail?query=subject:" + device.name().toLowerCase(Locale.ROOT));
    Locator mail = page.locator(".mails a").first();
    for (int look = 0; look < 100 && mail.count() == 0; look++) {
      page.waitForTimeout(100);
      page.reload();
    }

    look(visitor, "local-mailbox-" + device.width());
    mail.click();
    assertThat(page.locator("h1")).containsText(name);
    Locator inFrame = page.frameLocator("iframe").locator("h1");
    assertThat(inFrame).containsText(name);
    assertThat(page.frameLocator("iframe").locator("h1 b, h1 i")).hasCount(0);
    look(visitor, "local-mail-" + device.width());

    visitor.open("/_local/deliveries");
    assertThat(page.locator("td").getByText("lead.created").first()).isVisible();
    look(visitor, "local-deliveries-" + device.width());

    visitor.open("/_local/catch/sample");
    look(visitor, "local-catcher-" + device.width());
  }

  private static void look(Visitor visitor, String name) {
    Page page = visitor.page();
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      visitor.screenshot(name + "-" + scheme.name().toLowerCase(Locale.ROOT));
      assertThat(visitor.axeViolations()).as("axe violations of %s, %s", name, scheme).isEmpty();
    }
    assertThat(visitor.overflow()).as("elements wider than the screen on %s", name).isEmpty();
  }

  /** Through the API: what a browser fills in within a second looks like a robot's. */
  private static void send(Visitor visitor, String name, String number, String message) {
    int status =
        visitor
            .page()
            .request()
            .post(
                "/api/leads",
                RequestOptions.create()
                    .setData(
                        Map.of("name", name, "phone", number, "message", message, "consent", true)))
            .status();
    assertThat(status).isEqualTo(201);
  }
}
