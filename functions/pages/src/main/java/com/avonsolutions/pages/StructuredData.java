package com.avonsolutions.pages;

import com.avonsolutions.web.Json;
import com.avonsolutions.web.view.Document;
import com.avonsolutions.web.view.Site;
import com.avonsolutions.web.view.Video;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages tell search engines in the words of schema.org, as one JSON-LD graph. Needs the site's
 * own address, and leaves out every block that lacks a field its readers require. No ratings:
 * search engines ignore a site's own.
 */
@Singleton
final class StructuredData {
  private static final String ARTICLE = "backend-developer";

  private final Site site;
  private final Json json;

  StructuredData(Site site, Json json) {
    this.site = site;
    this.json = json;
  }

  Optional<String> ofHome(Optional<Video> video) {
    return site.url()
        .map(
            url -> {
              List<Map<String, Object>> graph = new ArrayList<>();
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
              List<Map<String, Object>> graph = new ArrayList<>();
              graph.add(organization(url));
              graph.add(breadcrumbs(url, document));
              if (document.slug().equals(ARTICLE)) {
                graph.add(article(url, document));
              }
              return write(graph);
            });
  }

  private Map<String, Object> organization(String url) {
    Map<String, Object> block = block("Organization");
    block.put("@id", url + "/#organization");
    block.put("name", Site.NAME);
    block.put("slogan", Site.SLOGAN);
    block.put("url", url + "/");
    site.email().ifPresent(email -> block.put("email", email));
    site.phone().ifPresent(phone -> block.put("telephone", phone));
    site.address().ifPresent(address -> block.put("address", address));
    return block;
  }

  private static Map<String, Object> webSite(String url) {
    Map<String, Object> block = block("WebSite");
    block.put("@id", url + "/#website");
    block.put("name", Site.NAME);
    block.put("url", url + "/");
    block.put("inLanguage", "en-IN");
    block.put("publisher", Map.of("@id", url + "/#organization"));
    return block;
  }

  private static Map<String, Object> breadcrumbs(String url, Document document) {
    Map<String, Object> block = block("BreadcrumbList");
    block.put(
        "itemListElement",
        List.of(
            breadcrumb(1, "Home", url + "/"),
            breadcrumb(2, document.heading(), url + "/" + document.slug())));
    return block;
  }

  private static Map<String, Object> breadcrumb(int position, String name, String address) {
    Map<String, Object> block = block("ListItem");
    block.put("position", position);
    block.put("name", name);
    block.put("item", address);
    return block;
  }

  private static Map<String, Object> article(String url, Document document) {
    Map<String, Object> block = block("Article");
    block.put("headline", document.heading());
    block.put("description", document.description());
    block.put("datePublished", document.published().toString());
    block.put("dateModified", document.updated().toString());
    block.put("inLanguage", "en-IN");
    block.put("mainEntityOfPage", url + "/" + document.slug());
    block.put("author", Map.of("@id", url + "/#organization"));
    block.put("publisher", Map.of("@id", url + "/#organization"));
    return block;
  }

  private static Optional<Map<String, Object>> videoObject(Video video) {
    if (video.sample()
        || video.description().isEmpty()
        || video.thumbnailUrl().isEmpty()
        || video.uploaded().isEmpty()) {
      return Optional.empty();
    }
    Map<String, Object> block = block("VideoObject");
    block.put("name", video.title());
    block.put("description", video.description());
    block.put("thumbnailUrl", video.thumbnailUrl().get());
    block.put("uploadDate", video.uploaded().get());
    block.put("embedUrl", video.embedUrl());
    return Optional.of(block);
  }

  private static Map<String, Object> block(String type) {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("@type", type);
    return block;
  }

  /** A closing script tag inside a text must not close the element. */
  private String write(List<Map<String, Object>> graph) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", "https://schema.org");
    document.put("@graph", graph);
    return json.write(document).replace("<", "\\u003c");
  }
}
