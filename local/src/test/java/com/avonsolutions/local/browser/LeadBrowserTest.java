package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitUntilState;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A visitor asks for a call. */
@WithBrowser
class LeadBrowserTest {

  private static final Pattern THANKS = Pattern.compile("/contact/thanks$");

  @ParameterizedTest
  @CsvSource({"PHONE, true", "PHONE, false", "DESKTOP, true", "DESKTOP, false"})
  void form_shouldCreateOneLead_whenAnErrorIsCorrectedAndTheButtonPressedTwice(
      Device device, boolean script, Visitors visitors) {
    String name = "Walker " + device + (script ? " with script" : " without script");
    Visitor visitor = script ? visitors.with(device) : visitors.withoutScript(device);
    visitor.expectStatus(422);
    Page page = visitor.open("/");
    visitor.press(
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Site"))
            .getByText("Services"));
    visitor.press(visitor.main().getByText("Ask for a call"));
    visitor.field("Phone").fill("12345");
    visitor.field("Company").fill("Asha’s Clinic");
    page.getByLabel("What is it about?").selectOption("ads");
    visitor.field("What would you like").fill("More patients\nfrom Aluva");
    visitor.tick(visitor.field("Avon Solutions may use"));

    visitor.press(visitor.button("Ask for a call"));

    assertThat(page.locator(".problem")).isFocused();
    assertThat(page.locator(".problem")).isInViewport();
    assertThat(page.locator(".problem li"))
        .hasText(
            new String[] {
              "Tell us your name.",
              "Check the phone number: ten digits in India, or + and the country code."
            });
    assertThat(visitor.field("Your name")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.field("Your name")).hasAccessibleDescription("Tell us your name.");
    assertThat(visitor.field("Phone")).hasValue("12345");
    assertThat(visitor.field("Company")).hasValue("Asha’s Clinic");
    assertThat(page.getByLabel("What is it about?")).hasValue("ads");
    assertThat(visitor.field("What would you like")).hasValue("More patients\nfrom Aluva");
    assertThat(visitor.field("Avon Solutions may use")).isChecked();
    assertThat(visitors.leadsOf(name)).isEmpty();

    visitor.press(page.locator(".problem a").first());
    if (script) {
      assertThat(visitor.field("Your name")).isFocused();
    }
    assertThat(visitor.field("Your name")).isInViewport();
    visitor.field("Your name").fill(name);
    visitor.field("Phone").fill("98765 43210");
    visitor.pressTwice(visitor.button("Ask for a call"));

    page.waitForURL(THANKS);
    assertThat(page.locator("h1")).hasText("Thank you. It is with us.");
    // The state is not checked: the test sends the same text four times within seconds, which the
    // spam filter may notice.
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsAllEntriesOf(
                        Map.of(
                            "phone", "+919876543210",
                            "company", "Asha’s Clinic",
                            "service", "ads",
                            "message", "More patients\nfrom Aluva",
                            "source", "site")));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void homeForm_shouldNotLoadAPage_whenScriptFindsAMistake(Device device, Visitors visitors) {
    String name = "Home with script " + device;
    Visitor visitor = visitors.with(device).expectStatus(422);
    Page page = visitor.open("/");
    page.evaluate("() => { window.sameWindow = true }");
    visitor.field("Your name").fill(name);
    visitor.tick(visitor.field("Avon Solutions may use"));

    visitor.press(visitor.button("Ask for a call"));

    assertThat(page.locator(".problem")).isFocused();
    assertThat(page.locator(".problem li"))
        .hasText("Give a phone number or an e-mail address. One is enough.");
    assertThat(page.evaluate("() => window.sameWindow === true && location.pathname"))
        .isEqualTo("/");
    visitor.field("E-mail").fill("asha@example.com");
    visitor.pressTwice(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsEntry("page", "/")
                    .containsEntry("email", "asha@example.com"));
  }

  @ParameterizedTest
  @EnumSource(Device.class)
  void homeForm_shouldGoToTheContactPage_whenThereIsNoScript(Device device, Visitors visitors) {
    String name = "Home without script " + device;
    Visitor visitor = visitors.withoutScript(device).expectStatus(422);
    Page page = visitor.open("/");
    visitor.field("Your name").fill(name);

    visitor.press(visitor.button("Ask for a call"));

    assertThat(page).hasURL(Pattern.compile("/contact$"));
    assertThat(page).hasTitle(Pattern.compile("^Error: "));
    assertThat(page.locator(".problem")).isFocused();
    assertThat(visitor.field("Your name")).hasValue(name);
    visitor.field("E-mail").fill("asha@example.com");
    visitor.tick(visitor.field("Avon Solutions may use"));
    visitor.pressTwice(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldBeOneLead_whenTheKeylessHomeFormIsSentTwiceWithoutScript(Visitors visitors) {
    String name = "Keyless";
    Visitor visitor = visitors.withoutScript(Device.PHONE);
    Page page = visitor.open("/");
    fill(visitor, name);

    visitor.pressTwice(visitor.button("Ask for a call"));

    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/, 503", "/contact, 503", "/contact, 500", "/contact, 429"})
  void form_shouldSayThatNothingWasSentAndKeepIt_whenTheServerFails(
      String path, int status, Visitors visitors) {
    String name = "Failed " + path + " " + status;
    Visitor visitor = visitors.with(Device.PHONE).expectStatus(status);
    Page page = visitor.open(path);
    fill(visitor, name);
    page.route(
        "**/api/leads", route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));

    visitor.press(visitor.button("Ask for a call"));

    assertThat(page.locator(".problem")).isFocused();
    assertThat(page.locator(".problem p"))
        .hasText(Pattern.compile("It did not go through. What you typed is still here."));
    assertThat(page.locator(".problem li")).hasCount(0);
    assertThat(visitor.field("Your name")).hasValue(name);
    assertThat(visitors.leadsOf(name)).isEmpty();
    page.unroute("**/api/leads");
    visitor.press(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldBeOneLead_whenOnlyTheAnswerWasLost(Visitors visitors) {
    String name = "Answer lost";
    Visitor visitor = visitors.with(Device.PHONE).expectStatus(503);
    Page page = visitor.open("/");
    fill(visitor, name);
    page.route(
        "**/api/leads",
        route -> {
          route.fetch();
          route.fulfill(new Route.FulfillOptions().setStatus(503));
        });
    visitor.press(visitor.button("Ask for a call"));
    assertThat(page.locator(".problem")).isFocused();
    assertThat(visitors.leadsOf(name)).hasSize(1);

    page.unroute("**/api/leads");
    visitor.press(visitor.button("Ask for a call"));

    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @Test
  void form_shouldSayThatNothingWasSent_whenThereIsNoConnection(Visitors visitors) {
    String name = "In a tunnel";
    Visitor visitor = visitors.with(Device.PHONE).expectNoResponse("/api/leads");
    Page page = visitor.open("/contact");
    fill(visitor, name);
    visitor.context().setOffline(true);

    visitor.press(visitor.button("Ask for a call"));

    assertThat(page.locator(".problem")).containsText("It did not go through.");
    visitor.context().setOffline(false);
    visitor.press(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"/, true", "/contact, true", "/, false", "/contact, false"})
  void form_shouldWorkAgain_whenOneComesBackFromTheThanks(
      String path, boolean pageRemembered, Visitors visitors) {
    String name = "Comes back to " + path + (pageRemembered ? " remembered" : "");
    Visitor visitor =
        pageRemembered ? visitors.withBackForwardCache(Device.PHONE) : visitors.with(Device.PHONE);
    Page page = visitor.open(path);
    page.evaluate("() => addEventListener('pageshow', e => { window.remembered = e.persisted })");
    fill(visitor, name);
    visitor.press(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);
    assertThat(page.locator("h1")).hasText("Thank you. It is with us.");

    visitor.runDetached("history.back()");

    // A page from the back/forward cache appears at once and fires no load event.
    page.waitForURL(
        Pattern.compile(Pattern.quote(path) + "$"),
        new Page.WaitForURLOptions()
            .setWaitUntil(pageRemembered ? WaitUntilState.COMMIT : WaitUntilState.LOAD));
    page.waitForFunction("is => (window.remembered ?? false) === is", pageRemembered);
    Locator button = visitor.button("Ask for a call");
    assertThat(button).isEnabled();
    fill(visitor, name);
    visitor.field("What would you like").fill("Something else");
    visitor.press(button);
    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource({"/", "/contact"})
  void form_shouldTakeMore_whenOneComesBackWithoutScript(String path, Visitors visitors) {
    String name = "Comes back without script to " + path;
    Visitor visitor = visitors.withoutScript(Device.PHONE);
    Page page = visitor.open(path);
    fill(visitor, name);
    visitor.press(visitor.button("Ask for a call"));
    page.waitForURL(THANKS);

    page.goBack();
    fill(visitor, name);
    visitor.field("What would you like").fill("Something else");
    visitor.press(visitor.button("Ask for a call"));

    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name)).hasSize(2);
  }

  @Test
  void form_shouldCarryWhereTheVisitCameFrom_whenItBeganElsewhere(Visitors visitors) {
    String name = "From an ad";
    Visitor visitor = visitors.with(Device.PHONE);
    String site = visitors.site();
    Page page =
        visitor.open(
            "/services?utm_source=google&gclid=Abc-1", "https://www.google.com/search?q=me");
    visitor.press(visitor.main().getByText("Ask for a call"));
    fill(visitor, name);

    visitor.press(visitor.button("Ask for a call"));

    page.waitForURL(THANKS);
    assertThat(visitors.leadsOf(name))
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead)
                    .containsAllEntriesOf(
                        Map.of(
                            "page", "/contact",
                            "lastTouch.utm_source", "google",
                            "lastTouch.gclid", "Abc-1",
                            "lastTouch.referrer", "https://www.google.com/search",
                            "lastTouch.landing_page", site + "/services"))
                    .containsKey("lastTouch.seen")
                    .doesNotContainKey("lastTouch.utm_medium"));
  }

  @ParameterizedTest
  @CsvSource({"PHONE, true", "PHONE, false", "DESKTOP, true"})
  void form_shouldStillFit_whenNearlyEverythingIsWrongInHindi(
      Device device, boolean script, Visitors visitors) {
    Visitor visitor = script ? visitors.with(device) : visitors.withoutScript(device);
    visitor.expectStatus(422);
    Page page = visitor.open("/contact");
    page.evaluate(
        "() => document.querySelectorAll('[maxlength]').forEach(e => e.removeAttribute('maxlength'))");
    visitor.field("Your name").fill("श्रीमती लक्ष्मीनारायणस्वामी अय्यंगार ".repeat(4));
    visitor.field("Phone").fill("१२३");
    visitor.field("E-mail").fill("लक्ष्मी.उदाहरण");
    visitor.field("Company").fill("राष्ट्रीयकृतप्रौद्योगिकीविश्वविद्यालय".repeat(5));
    visitor.press(visitor.button("Ask for a call"));

    assertThat(page.locator(".problem li")).hasCount(5);

    visitor.screenshot("contact-hindi-" + device.width() + (script ? "-script" : "-plain"));
    assertThat(visitor.overflow()).isEmpty();
    page.setViewportSize(320, 640);
    assertThat(visitor.overflow()).isEmpty();
  }

  private static void fill(Visitor visitor, String name) {
    visitor.field("Your name").fill(name);
    visitor.field("Phone").fill("+91 98765 43210");
    visitor.tick(visitor.field("Avon Solutions may use"));
  }
}
