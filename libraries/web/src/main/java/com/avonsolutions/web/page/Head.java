package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * Metadata of a page for browsers and search engines.
 *
 * @param path the page's address within the site, e.g. {@code /services}
 * @param jsonLd a JSON-LD document that is safe inside a script element
 * @param indexed false tells search engines not to index the page
 */
public record Head(
    String path, String title, String description, Optional<String> jsonLd, boolean indexed) {

  public static Head of(String path, String title, String description) {
    return new Head(path, title, description, Optional.empty(), true);
  }

  public static Head hidden(String path, String title, String description) {
    return new Head(path, title, description, Optional.empty(), false);
  }

  public Head withJsonLd(String document) {
    return new Head(path, title, description, Optional.of(document), indexed);
  }
}
