package com.avonsolutions.web;

import com.avonsolutions.web.view.Site;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Reads what the site says about itself from the function's settings. */
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
        present(url),
        present(email),
        present(phone),
        present(whatsapp),
        present(address),
        assets.text("site.css"),
        assets.path("site.js"));
  }

  private static Optional<String> present(String setting) {
    return Optional.of(setting.strip()).filter(value -> !value.isEmpty());
  }
}
