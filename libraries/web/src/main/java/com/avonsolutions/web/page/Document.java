package com.avonsolutions.web.page;

import java.time.LocalDate;
import java.util.List;

/**
 * A content page: Markdown that the build rendered to HTML.
 *
 * @param slug file name without its extension; the page's address is /{slug}, home's is /
 * @param layout the template that shows it: document, article or services
 * @param heading the first-level heading
 * @param introHtml everything before the first second-level heading
 * @param sections one per second-level heading, in order
 */
public record Document(
    String slug,
    String layout,
    String title,
    String heading,
    String description,
    LocalDate published,
    LocalDate updated,
    String introHtml,
    List<Section> sections) {

  /**
   * A second-level heading and the text below it.
   *
   * @param id the heading's anchor
   */
  public record Section(String id, String title, String html) {}

  /** The same page at another address. */
  public Document at(String otherSlug) {
    return new Document(
        otherSlug, layout, title, heading, description, published, updated, introHtml, sections);
  }

  /** The section with this anchor, which must exist. */
  public Section section(String id) {
    return sections.stream()
        .filter(section -> section.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("Page " + slug + " has no section " + id));
  }
}
