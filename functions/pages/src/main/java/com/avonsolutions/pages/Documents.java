package com.avonsolutions.pages;

import com.avonsolutions.text.json.JsonReader;
import com.avonsolutions.web.page.Document;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The content pages that the build rendered. */
@Singleton
final class Documents {
  private static final String HOME = "home";

  private final Map<String, Document> bySlug = new LinkedHashMap<>();

  Documents() {
    try {
      for (String slug : new String(read("index.txt"), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!slug.isEmpty()) {
          bySlug.put(slug, document(JsonReader.parse(read(slug + ".json"))));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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

  private static Document document(JsonReader json) {
    return new Document(
        text(json, "slug"),
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
                        text(section, "id"), text(section, "title"), text(section, "html")))
            .toList());
  }

  private static String text(JsonReader json, String name) {
    return json.text(name)
        .orElseThrow(() -> new IllegalStateException("A content page has no " + name));
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream file = Documents.class.getResourceAsStream("/content/" + name)) {
      if (file == null) {
        throw new FileNotFoundException("content/" + name + ", which the build makes");
      }
      return file.readAllBytes();
    }
  }
}
