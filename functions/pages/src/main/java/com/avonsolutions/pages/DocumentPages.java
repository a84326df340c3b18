package com.avonsolutions.pages;

import com.avonsolutions.pages.templates.StaticTemplates;
import com.avonsolutions.pages.templates.Templates;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Document;
import com.avonsolutions.web.page.Head;
import com.avonsolutions.web.page.PageCompressor;
import com.avonsolutions.web.page.PageRenderer;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Pages that are the same for every visitor, rendered and compressed at start-up. */
@Singleton
final class DocumentPages {
  private final Templates templates = new StaticTemplates();
  private final Map<String, Representation> byPath = new HashMap<>();

  DocumentPages(
      Documents documents,
      PageRenderer pages,
      StructuredData structuredData,
      PageCompressor compressor) {
    documents
        .others()
        .forEach(
            (slug, document) -> {
              Head head = Head.of("/" + slug, document.title(), document.description());
              Head complete = structuredData.of(document).map(head::withJsonLd).orElse(head);
              put(pages.page(200, complete, body(document)), slug, compressor);
            });
    documents
        .notices()
        .forEach(
            (slug, notice) -> {
              Head head = Head.hidden("/" + slug, notice.title(), notice.description());
              Optional<String> version = Optional.of(slug.substring(slug.indexOf('/') + 1));
              put(pages.page(200, head, templates.document(notice, version)), slug, compressor);
            });
  }

  private void put(Response page, String slug, PageCompressor compressor) {
    byPath.put(
        "/" + slug,
        compressor.compress(
            page.with("cache-control", "public, max-age=300, stale-while-revalidate=86400")));
  }

  /** The page with this path. */
  Optional<Representation> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /** BuildDocuments has the list of the allowed layouts. */
  private Content body(Document document) {
    return switch (document.layout()) {
      case "document" -> templates.document(document, Optional.empty());
      case "article" -> templates.article(document);
      case "services" -> templates.services(document);
      default -> throw new IllegalStateException("No template for layout " + document.layout());
    };
  }
}
