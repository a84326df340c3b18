package com.avonsolutions.pages;

import com.avonsolutions.text.Resources;
import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.page.ConsentWords;
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

  /** The notice that our forms name, whose versions are below this path. */
  private static final String NOTICE = "privacy";

  private final Map<String, Document> bySlug = read("index.txt");
  private final Map<String, Document> notices = read("notices.txt");

  Documents() {
    ConsentWords words = ConsentWords.current();
    String slug = NOTICE + '/' + words.version() + '.' + words.language();
    bySlug.put(
        NOTICE,
        Optional.ofNullable(notices.get(slug))
            .orElseThrow(() -> new IllegalStateException("There is no notice " + slug))
            .at(NOTICE));
  }

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

  /** Every version of the privacy notice, by slug; the one that our forms name is a page too. */
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
