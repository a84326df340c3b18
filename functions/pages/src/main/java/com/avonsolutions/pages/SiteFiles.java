package com.avonsolutions.pages;

import com.avonsolutions.domain.India;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.text.Resources;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.page.Assets;
import com.avonsolutions.web.page.Document;
import com.avonsolutions.web.page.Site;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Assets, icons, manifest, robots.txt and sitemap. */
@Singleton
final class SiteFiles {
  private static final String DAY = "public, max-age=86400";

  /** Files that browsers ask for by these names, whatever a page says. */
  private static final Map<String, String> FIXED_FILES =
      Map.of(
          "favicon.ico", "image/vnd.microsoft.icon",
          "apple-touch-icon.png", "image/png",
          "site.webmanifest", "application/manifest+json");

  private final Map<String, Representation> assets;
  private final Map<String, Representation> files;
  private final Representation favicon;
  private final Representation leadScript;
  private final Documents documents;
  private final LiveContent content;
  private final Site site;

  SiteFiles(Assets assets, Documents documents, LiveContent content, Site site) {
    this.assets =
        assets.builtNames().stream()
            .collect(Collectors.toUnmodifiableMap(Function.identity(), assets::representation));
    this.favicon =
        assets.representation(assets.builtName("favicon.svg")).withHeader("cache-control", DAY);
    this.leadScript =
        assets
            .representation(assets.builtName("lead.js"))
            .withHeader("cache-control", "public, max-age=3600, stale-while-revalidate=86400")
            .withHeader("access-control-allow-origin", "*")
            .withHeader("cross-origin-resource-policy", "cross-origin");
    this.files =
        FIXED_FILES.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, file -> fixed(file.getKey(), file.getValue())));
    this.documents = documents;
    this.content = content;
    this.site = site;
  }

  Response asset(Request request) {
    return Optional.ofNullable(assets.get(request.pathParameter("file")))
        .orElseThrow(HttpException::notFound)
        .answer(request);
  }

  Response favicon(Request request) {
    return favicon.answer(request);
  }

  /** A file of {@code src/main/resources/files}. */
  Response file(Request request, String name) {
    return Objects.requireNonNull(files.get(name)).answer(request);
  }

  private static Representation fixed(String name, String contentType) {
    return Representation.of(
        new Response(
            200,
            Map.of("content-type", contentType, "cache-control", DAY),
            Resources.bytes(SiteFiles.class, "/files/" + name)));
  }

  /**
   * The script for forms on other sites. Its address has no hash, because their pages contain it.
   */
  Response leadScript(Request request) {
    return leadScript.answer(request);
  }

  Response robots(Request request) {
    String rules = "User-agent: *\nDisallow: /api/\n";
    String sitemap = site.url().map(url -> "\nSitemap: " + url + "/sitemap.xml\n").orElse("");
    return Representation.of(
            Response.text(200, "text/plain; charset=utf-8", rules + sitemap)
                .with("cache-control", DAY))
        .answer(request);
  }

  /** All pages, with the day of their last change if it is known: sitemaps.org. */
  Response sitemap(Request request) {
    String url = site.url().orElseThrow(HttpException::notFound);
    StringBuilder xml =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            """);
    add(xml, url + "/", Optional.of(documents.home().updated()));
    for (Document document : documents.others().values()) {
      add(xml, url + "/" + document.slug(), Optional.of(document.updated()));
    }
    for (String path : List.of("/contact", "/testimonials", "/faqs")) {
      add(xml, url + path, Optional.empty());
    }
    for (FaqEntry entry : content.current().faqs()) {
      add(xml, url + "/faqs/" + entry.slug(), entry.updatedAt().map(India::dayOf));
    }
    xml.append("</urlset>\n");
    return Representation.of(
            Response.text(200, "application/xml; charset=utf-8", xml.toString())
                .with("cache-control", "public, max-age=3600"))
        .answer(request);
  }

  /** Needs no escaping: the patterns of addresses and slugs allow no special characters of XML. */
  private static void add(StringBuilder xml, String address, Optional<LocalDate> changed) {
    xml.append("<url><loc>").append(address).append("</loc>");
    changed.ifPresent(day -> xml.append("<lastmod>").append(day).append("</lastmod>"));
    xml.append("</url>\n");
  }
}
