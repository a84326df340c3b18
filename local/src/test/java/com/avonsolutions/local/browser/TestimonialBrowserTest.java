package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A customer writes a testimonial. */
@WithBrowser
class TestimonialBrowserTest {

  private static final Pattern THANKS = Pattern.compile("/testimonials/thanks$");
  private static final String WORDS = "Every call came back the same day, in Malayalam too.";

  @ParameterizedTest
  @CsvSource({"PHONE, true", "PHONE, false", "DESKTOP, true", "DESKTOP, false"})
  void words_shouldBeShownOnlyAfterApproval(Device device, boolean script, Visitors visitors) {
    String name = "श्रीमती लक्ष्मीनारायणस्वामी अय्यंगार " + device + script;
    Visitor visitor = script ? visitors.with(device) : visitors.withoutScript(device);
    visitor.expectStatus(422);
    Page page = visitor.open("/testimonials");
    visitor.field("Your name").fill(name);
    visitor.field("Your words").fill("Too short");
    visitor.tick(page.getByLabel("5 (excellent)"));

    visitor.press(visitor.button("Send your words"));

    assertThat(page.locator(".problem")).isFocused();
    assertThat(page.locator(".problem li"))
        .hasText(
            new String[] {
              "Write between 20 and 1,500 characters.",
              "Tick the box, so that we may publish your words."
            });
    assertThat(visitor.field("Your name")).hasValue(name);
    assertThat(page.getByLabel("5 (excellent)")).isChecked();
    visitor.field("Your words").fill(WORDS);
    visitor.tick(visitor.field("Avon Solutions may publish"));
    visitor.pressTwice(visitor.button("Send your words"));
    page.waitForURL(THANKS);
    assertThat(visitors.testimonialsOf(name)).hasSize(1);

    visitor.open("/testimonials");
    assertThat(page.locator(".voice").getByText(name)).hasCount(0);

    visitors.approveTestimonial(
        visitors.testimonialsOf(name).get(0).getOrDefault("id", "without an id"));
    page.reload();
    assertThat(page.locator(".voice").getByText(name)).isVisible();
    assertThat(visitor.overflow()).isEmpty();
  }

  @Test
  void form_shouldKeepTheWords_whenTheServerFails(Visitors visitors) {
    String name = "Patient customer";
    Visitor visitor = visitors.with(Device.PHONE).expectStatus(503);
    Page page = visitor.open("/testimonials");
    visitor.field("Your name").fill(name);
    visitor.field("Your words").fill(WORDS);
    visitor.tick(visitor.field("Avon Solutions may publish"));
    page.route(
        "**/api/testimonials", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));

    visitor.press(visitor.button("Send your words"));

    assertThat(page.locator(".problem")).containsText("It did not go through.");
    assertThat(visitor.field("Your words")).hasValue(WORDS);
    page.unroute("**/api/testimonials");
    visitor.press(visitor.button("Send your words"));
    page.waitForURL(THANKS);
    assertThat(visitors.testimonialsOf(name)).hasSize(1);
  }
}
