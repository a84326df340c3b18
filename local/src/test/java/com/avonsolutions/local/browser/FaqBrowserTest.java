package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A visitor searches the answers. */
@WithBrowser
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
    assertThat(page.getByRole(AriaRole.STATUS)).hasText(Pattern.compile("^No (sure )?answer"));

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
            .expectStatus(404);
    Page page = visitor.open("/servces");
    assertThat(page.locator("h1")).not().isEmpty();

    question(page).fill("dukaan google pe kaise dikhe");
    visitor.press(visitor.button("Search the answers"));

    page.waitForURL(Pattern.compile("/faqs\\?q=dukaan"));
    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
  }

  @Test
  void answers_shouldBeChosenWithKeysAlone(Visitors visitors) {
    Page page = visitors.with(Device.DESKTOP).open("/faqs");
    Locator choices = page.getByRole(AriaRole.LISTBOX);
    // Two entries match; a single match would be shown at once.
    question(page).fill("price of ads");
    assertThat(choices).isVisible();
    assertThat(question(page)).hasAttribute("aria-expanded", "true");
    assertThat(choices.locator("mark").first()).hasText(Pattern.compile("\\S"));

    question(page).press("Escape");
    assertThat(choices).isHidden();
    assertThat(question(page)).hasValue("price of ads");
    question(page).press("ArrowDown");
    question(page).press("ArrowDown");
    Locator second = choices.getByRole(AriaRole.OPTION).nth(1);
    assertThat(second).hasAttribute("aria-selected", "true");
    assertThat(question(page)).hasAttribute("aria-activedescendant", "choice-1");
    String chosen = second.innerText();
    question(page).press("Enter");

    Locator summary = page.locator("#results summary");
    assertThat(summary).hasText(chosen);
    assertThat(summary).isFocused();
    assertThat(choices).isHidden();
    assertThat(page).hasURL(Pattern.compile("/faqs$"));
  }

  @Test
  void answers_shouldBeAskedForOnce_whenTypingHasRested(Visitors visitors) {
    Page page = visitors.with(Device.DESKTOP).open("/faqs");
    List<String> asked = new ArrayList<>();
    page.onRequest(
        request -> {
          if (request.url().contains("/api/faqs/answers")) {
            asked.add(request.url());
          }
        });
    // The test controls the page's clock.
    page.clock().install();
    page.clock().pauseAt(System.currentTimeMillis() + 60_000);

    for (String text : List.of("dukaan", "dukaan google", "dukaan google pe kaise dikhe")) {
      question(page).fill(text);
      page.clock().runFor(199);
    }
    assertThat(asked).isEmpty();
    page.clock().runFor(1);

    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
    assertThat(asked).hasSize(1);
  }

  @Test
  void answer_shouldBeTheLastQuestions_whenAnEarlierOneIsSlow(Visitors visitors) {
    Visitor visitor = visitors.with(Device.PHONE);
    Page page = visitor.open("/faqs");
    List<Route> held = new ArrayList<>();
    page.route("**/api/faqs/answers?q=cookies*", held::add);

    question(page).fill("cookies");
    page.waitForCondition(() -> !held.isEmpty());
    question(page).fill("dukaan google pe kaise dikhe");

    assertThat(page.locator("#results summary").first()).containsText("Google Maps");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void vote_shouldBeThankedFor(boolean script, Visitors visitors) {
    Visitor visitor = script ? visitors.with(Device.PHONE) : visitors.withoutScript(Device.PHONE);
    Page page = visitor.open("/faqs?q=do+you+use+cookies");

    visitor.press(page.locator(".vote button[value=no]").first());

    assertThat(page.getByText("Thank you.").first()).isVisible();
    if (script) {
      assertThat(page.getByText("Thank you.").first()).isFocused();
      assertThat(page).hasURL(Pattern.compile("q=do"));
    } else {
      assertThat(page).hasURL(Pattern.compile("/faqs/[a-z-]+\\?helpful=no#thanks$"));
    }
    visitor.press(page.getByText("Tell us what was missing").first());
    assertThat(visitor.field("What would you like")).hasValue(Pattern.compile("ookies"));
  }

  @Test
  void link_shouldBeCopied_whenTheHeadingsAnchorIsPressed(Visitors visitors) {
    Visitor visitor = visitors.with(Device.DESKTOP);
    visitor.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Page page = visitor.open("/faqs#reports");

    visitor.press(page.locator("#reports .anchor"));

    assertThat(page.getByText("Link copied")).isVisible();
    assertThat((String) page.evaluate("() => navigator.clipboard.readText()"))
        .endsWith("/faqs#reports");
  }

  private static Locator question(Page page) {
    return page.getByLabel("Your question");
  }
}
