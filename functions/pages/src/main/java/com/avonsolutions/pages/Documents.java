package com.avonsolutions.pages;

import com.avonsolutions.web.view.Document;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The content pages, as the build rendered them. */
@Singleton
final class Documents {
  private static final String HOME = "home";

  private final Map<String, Document> bySlug = new LinkedHashMap<>();

  Documents(JsonMapper json) {
    try {
      for (String slug : new String(read("index.txt"), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!slug.isEmpty()) {
          bySlug.put(slug, json.readValue(read(slug + ".json"), Document.class));
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

  private static byte[] read(String name) throws IOException {
    try (InputStream file = Documents.class.getResourceAsStream("/content/" + name)) {
      if (file == null) {
        throw new FileNotFoundException("content/" + name + ", which the build makes");
      }
      return file.readAllBytes();
    }
  }
}
