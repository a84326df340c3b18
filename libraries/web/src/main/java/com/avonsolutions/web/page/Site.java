package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * Data about the site on every page, from the function's settings. Pages leave out what is not set.
 *
 * @param url the site's origin without a trailing slash, e.g. {@code https://www.example.com}
 * @param whatsapp digits with country code, for a wa.me link
 * @param stylesheet the whole stylesheet, inlined into every page
 * @param script path of the page script, with its content hash
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
