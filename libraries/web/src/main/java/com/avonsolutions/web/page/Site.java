package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * What every page says about the site, from the function's settings; whatever is not set is left
 * out of the page.
 *
 * @param url the site's origin without a slash at the end, e.g. {@code https://www.example.com}
 * @param whatsapp digits with country code, for a wa.me link
 * @param stylesheet the whole stylesheet, inlined into every page
 * @param script path of the page script, named by its content
 */
public record Site(
    Optional<String> url,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> whatsapp,
    Optional<String> address,
    String stylesheet,
    String script) {

  public static final String NAME = "Avon Solutions";
  public static final String SLOGAN = "Broadcast | Connect | Grow";
}
