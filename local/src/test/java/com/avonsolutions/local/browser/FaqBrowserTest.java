package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody looks for an answer. */
@InBrowser
class FaqBrowserTest {

  private static final String UNANSWERED = "do you sell second hand tractors & trailers?";

  @ParameterizedTest
  @EnumSource(Device.class)
  void answers_shouldAppearAsOneTypes(Device device, Visitors visitors) {
    Visitor visitor = visitors.with(device);
    Page page = visitor.open("/faqs");

    question(page).pressSequentially("dukaan google pe kaise dikhe");

    assertThat(page.locator("#results details").first()).hasAttribute("open", "");
    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
    assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("^[0-9]+ answers?$"));
    assertThat(page).hasURL(Pattern.compile("/faqs$"));
    question(page).fill("");
    assertThat(page.locator("#results details")).hasCount(0);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answers_shouldComeFromTheServer_whenEnterIsPressed(boolean script, Visitors visitors) {
    Visitor visitor = script ? visitors.with(Device.PHONE) : visitors.withoutScript(Device.PHONE);
    Page page = visitor.open("/faqs");

    question(page).fill("dukaan google pe kaise dikhe");
    question(page).press("Enter");

    page.waitForURL(Pattern.compile("/faqs\\?q=dukaan"));
    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
    assertThat(question(page)).hasValue("dukaan google pe kaise dikhe");
  }

  @ParameterizedTest
  @CsvSource({"PHONE, true", "PHONE, false", "DESKTOP, true"})
  void question_shouldGoIntoTheContactForm_whenThereIsNoAnswer(
      Device device, boolean script, Visitors visitors) {
    Visitor visitor = script ? visitors.with(device) : visitors.withoutScript(device);
    Page page = visitor.open("/faqs");
    question(page).fill(UNANSWERED);
    if (!script) {
      question(page).press("Enter");
    }
    assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("^No answer yet"));

    visitor.press(page.locator("#ask"));

    assertThat(page).hasURL(Pattern.compile("/contact\\?message="));
    assertThat(visitor.field("What would you like")).hasValue(UNANSWERED);
  }

  @Test
  void entry_shouldHaveAPageOfItsOwn(Visitors visitors) {
    Visitor visitor = visitors.with(Device.PHONE);
    Page page = visitor.open("/faqs");
    Locator entry = page.locator("#google-business-profile");
    assertThat(entry.locator("p").first()).isHidden();

    visitor.press(entry.locator("summary"));
    visitor.press(entry.getByText("This answer on its own page"));

    assertThat(page).hasURL(Pattern.compile("/faqs/google-business-profile$"));
    assertThat(page.locator("h1")).hasText("How do people nearby find me on Google Maps?");
    visitor.press(visitor.main().getByText("Ask us"));
    assertThat(visitor.field("What would you like"))
        .hasValue("How do people nearby find me on Google Maps?");
  }

  @Test
  void entry_shouldOpen_whenTheAddressNamesIt(Visitors visitors) {
    Visitor visitor = visitors.with(Device.PHONE);

    Page page = visitor.open("/faqs#reports");
    assertThat(page.locator("#reports")).hasAttribute("open", "");
    assertThat(page.locator("#reports")).isInViewport();

    page.evaluate("() => { location.hash = 'cookies' }");
    assertThat(page.locator("#cookies")).hasAttribute("open", "");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void missingPage_shouldOfferTheAnswers(boolean script, Visitors visitors) {
    Visitor visitor =
        (script ? visitors.with(Device.PHONE) : visitors.withoutScript(Device.PHONE))
            .expecting(404);
    Page page = visitor.open("/servces");
    assertThat(page.locator("h1")).not().isEmpty();

    question(page).fill("dukaan google pe kaise dikhe");
    visitor.press(visitor.button("Search the answers"));

    page.waitForURL(Pattern.compile("/faqs\\?q=dukaan"));
    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
  }

  private static Locator question(Page page) {
    return page.getByLabel("Your question");
  }
}
