package com.avonsolutions.pages;

import com.avonsolutions.text.json.JsonWriter;
import com.avonsolutions.web.page.Document;
import com.avonsolutions.web.page.Site;
import com.avonsolutions.web.page.Video;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Metadata of pages for search engines: a JSON-LD graph in the vocabulary of schema.org. Empty
 * without the site's address. A block without all the fields that search engines require is left
 * out. No ratings, because search engines ignore a site's own.
 */
@Singleton
final class StructuredData {
  private final Site site;

  StructuredData(Site site) {
    this.site = site;
  }

  Optional<String> ofHome(Optional<Video> video) {
    return site.url()
        .map(
            url -> {
              List<JsonWriter> graph = new ArrayList<>();
              graph.add(organization(url));
              graph.add(webSite(url));
              video.flatMap(StructuredData::videoObject).ifPresent(graph::add);
              return write(graph);
            });
  }

  Optional<String> of(Document document) {
    return site.url()
        .map(
            url -> {
              List<JsonWriter> graph = new ArrayList<>();
              graph.add(organization(url));
              graph.add(breadcrumbs(url, document));
              if (document.layout().equals("article")) {
                graph.add(article(url, document));
              }
              return write(graph);
            });
  }

  private JsonWriter organization(String url) {
    JsonWriter block = block("Organization");
    block.put("@id", url + "/#organization");
    block.put("name", Site.NAME);
    block.put("slogan", Site.SLOGAN);
    block.put("url", url + "/");
    block.put("email", site.email());
    block.put("telephone", site.phone());
    block.put("address", site.address());
    return block;
  }

  private static JsonWriter webSite(String url) {
    JsonWriter block = block("WebSite");
    block.put("@id", url + "/#website");
    block.put("name", Site.NAME);
    block.put("url", url + "/");
    block.put("inLanguage", "en-IN");
    block.put("publisher", new JsonWriter().put("@id", url + "/#organization"));
    return block;
  }

  private static JsonWriter breadcrumbs(String url, Document document) {
    JsonWriter block = block("BreadcrumbList");
    block.put(
        "itemListElement",
        List.of(
            breadcrumb(1, "Home", url + "/"),
            breadcrumb(2, document.heading(), url + "/" + document.slug())));
    return block;
  }

  private static JsonWriter breadcrumb(int position, String name, String address) {
    JsonWriter block = block("ListItem");
    block.put("position", position);
    block.put("name", name);
    block.put("item", address);
    return block;
  }

  private static JsonWriter article(String url, Document document) {
    JsonWriter block = block("Article");
    block.put("headline", document.heading());
    block.put("description", document.description());
    block.put("datePublished", document.published().toString());
    block.put("dateModified", document.updated().toString());
    block.put("inLanguage", "en-IN");
    block.put("mainEntityOfPage", url + "/" + document.slug());
    block.put("author", new JsonWriter().put("@id", url + "/#organization"));
    block.put("publisher", new JsonWriter().put("@id", url + "/#organization"));
    return block;
  }

  private static Optional<JsonWriter> videoObject(Video video) {
    if (video.sample()
        || video.description().isEmpty()
        || video.thumbnailUrl().isEmpty()
        || video.uploaded().isEmpty()) {
      return Optional.empty();
    }
    JsonWriter block = block("VideoObject");
    block.put("name", video.title());
    block.put("description", video.description());
    block.put("thumbnailUrl", video.thumbnailUrl().get());
    block.put("uploadDate", video.uploaded().get());
    block.put("embedUrl", video.embedUrl());
    return Optional.of(block);
  }

  private static JsonWriter block(String type) {
    return new JsonWriter().put("@type", type);
  }

  /** Escapes {@code <}, so that a text with a closing script tag does not end the element. */
  private static String write(List<JsonWriter> graph) {
    return new JsonWriter()
        .put("@context", "https://schema.org")
        .put("@graph", graph)
        .toString()
        .replace("<", "\\u003c");
  }
}
