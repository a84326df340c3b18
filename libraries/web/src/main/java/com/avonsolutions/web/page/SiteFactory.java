package com.avonsolutions.web.page;

import com.avonsolutions.web.form.PlainText;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Reads the site's data from the function's settings. */
@Factory
final class SiteFactory {

  @Singleton
  Site site(
      Assets assets,
      @Value("${site.url:}") String url,
      @Value("${contact.email:}") String email,
      @Value("${contact.phone:}") String phone,
      @Value("${contact.whatsapp:}") String whatsapp,
      @Value("${contact.address:}") String address) {
    return new Site(
        PlainText.present(url.strip()),
        PlainText.present(email.strip()),
        PlainText.present(phone.strip()),
        PlainText.present(whatsapp.strip()),
        PlainText.present(address.strip()),
        assets.text("site.css"),
        assets.path("site.js"));
  }
}
