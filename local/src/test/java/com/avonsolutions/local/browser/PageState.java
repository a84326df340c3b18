package com.avonsolutions.local.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** The pages of the site, some of them in several states. */
enum PageState {
  HOME("/"),
  SERVICES("/services"),
  ARTICLE("/backend-developer"),
  PRIVACY("/privacy"),
  CONTACT("/contact"),
  CONTACT_WITH_MISTAKES("/contact") {
    @Override
    Page show(Visitor visitor) {
      visitor.expectStatus(422);
      Page page = super.show(visitor);
      visitor.field("Phone").fill("12");
      visitor.field("E-mail").fill("asha at example");
      visitor.press(visitor.button("Ask for a call"));
      assertThat(page.locator(".problem")).isFocused();
      return page;
    }
  },
  CONTACT_THANKS("/contact/thanks"),
  TESTIMONIALS("/testimonials"),
  TESTIMONIALS_THANKS("/testimonials/thanks"),
  FAQS("/faqs"),
  FAQS_WITH_ANSWERS("/faqs?q=google+pe+upar+kaise+aaye"),
  FAQS_WITHOUT_ANSWER("/faqs?q=do+you+sell+second+hand+tractors"),
  FAQS_AS_TYPED("/faqs") {
    @Override
    Page show(Visitor visitor) {
      Page page = super.show(visitor);
      visitor.field("Your question").fill("website price");
      assertThat(page.locator("#results details")).isVisible();
      return page;
    }
  },
  FAQ("/faqs/google-business-profile"),
  FAQ_VOTED("/faqs/google-business-profile?helpful=no"),
  NOT_FOUND("/servces") {
    @Override
    Page show(Visitor visitor) {
      return super.show(visitor.expectStatus(404));
    }
  };

  private final String path;

  PageState(String path) {
    this.path = path;
  }

  Page show(Visitor visitor) {
    return visitor.open(path);
  }

  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
