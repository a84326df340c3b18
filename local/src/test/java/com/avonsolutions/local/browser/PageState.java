package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.avonsolutions.sandbox.ContentPages;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A page of the site, some of them in several states.
 *
 * @param name also that of its screenshots
 * @param needsScript whether visitors without JavaScript cannot bring it about in this way
 */
record PageState(String name, boolean needsScript, Function<Visitor, Page> opening) {

  /** Every content page, and the pages of functions. */
  static List<PageState> all() {
    Stream<PageState> content =
        ContentPages.paths().stream()
            .map(path -> page(path.equals("/") ? "home" : path.substring(1), path));
    Stream<PageState> others =
        Stream.of(
            page("contact", "/contact"),
            new PageState("contact-with-mistakes", true, PageState::sendMistakes),
            page("contact-thanks", "/contact/thanks"),
            page("testimonials", "/testimonials"),
            page("testimonials-thanks", "/testimonials/thanks"),
            page("faqs", "/faqs"),
            page("faqs-with-answers", "/faqs?q=google+pe+upar+kaise+aaye"),
            page("faqs-without-answer", "/faqs?q=do+you+sell+second+hand+tractors"),
            new PageState("faqs-as-typed", true, PageState::typeQuestion),
            page("faq", "/faqs/google-business-profile"),
            page("faq-voted", "/faqs/google-business-profile?helpful=no"),
            new PageState(
                "not-found", false, visitor -> visitor.expectStatus(404).open("/servces")));
    return Stream.concat(content, others).toList();
  }

  private static PageState page(String name, String path) {
    return new PageState(name, false, visitor -> visitor.open(path));
  }

  private static Page sendMistakes(Visitor visitor) {
    Page page = visitor.expectStatus(422).open("/contact");
    visitor.field("Phone").fill("12");
    visitor.field("E-mail").fill("asha at example");
    visitor.press(visitor.button("Ask for a call"));
    assertThat(page.locator(".problem")).isFocused();
    return page;
  }

  private static Page typeQuestion(Visitor visitor) {
    Page page = visitor.open("/faqs");
    visitor.field("Your question").fill("website price");
    assertThat(page.locator("#results details")).isVisible();
    return page;
  }

  Page show(Visitor visitor) {
    return opening.apply(visitor);
  }

  @Override
  public String toString() {
    return name;
  }
}
