package com.avonsolutions.web.page;

import java.util.Optional;

/**
 * What a page tells browsers and search engines about itself.
 *
 * @param path the page's address within the site, e.g. {@code /services}
 * @param jsonLd a JSON-LD document that is safe inside a script element
 * @param indexed false asks search engines to leave the page out
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
