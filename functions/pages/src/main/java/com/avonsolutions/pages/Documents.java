package com.avonsolutions.pages;

import com.avonsolutions.text.Resources;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.page.Document;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The content pages that the build rendered. */
@Singleton
final class Documents {
  private static final String FOLDER = "/content/";
  private static final String HOME = "home";

  private final Map<String, Document> bySlug = read("index.txt");
  private final Map<String, Document> notices = read("notices.txt");

  Document home() {
    return Optional.ofNullable(bySlug.get(HOME))
        .orElseThrow(() -> new IllegalStateException("There is no home.md"));
  }

  /** All pages but home, by slug. */
  Map<String, Document> others() {
    Map<String, Document> others = new LinkedHashMap<>(bySlug);
    others.remove(HOME);
    return others;
  }

  /** Every version of the privacy notice, by slug; the latest is among the other pages too. */
  Map<String, Document> notices() {
    return notices;
  }

  private static Map<String, Document> read(String index) {
    Map<String, Document> documents = new LinkedHashMap<>();
    for (String slug : Resources.lines(Documents.class, FOLDER + index)) {
      byte[] document = Resources.bytes(Documents.class, FOLDER + slug + ".json");
      documents.put(slug, document(JsonReader.parse(document)));
    }
    return documents;
  }

  private static Document document(JsonReader json) {
    return new Document(
        text(json, "slug"),
        text(json, "layout"),
        text(json, "title"),
        text(json, "heading"),
        text(json, "description"),
        LocalDate.parse(text(json, "published")),
        LocalDate.parse(text(json, "updated")),
        json.text("introHtml").orElse(""),
        json.objects("sections").stream()
            .map(
                section ->
                    new Document.Section(
                        text(section, "id"),
                        text(section, "title"),
                        section.text("html").orElse("")))
            .toList());
  }

  private static String text(JsonReader json, String name) {
    return json.text(name)
        .orElseThrow(() -> new IllegalStateException("A content page has no " + name));
  }
}
