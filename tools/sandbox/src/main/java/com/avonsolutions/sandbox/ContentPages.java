package com.avonsolutions.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The content pages, as the files of their folder name them, and the privacy notice. */
public final class ContentPages {

  private ContentPages() {}

  /** Their paths in order, e.g. {@code /privacy}; that of {@code home.md} is {@code /}. */
  public static List<String> paths() {
    Path folder = Project.root().resolve("functions/pages/src/main/content");
    try (Stream<Path> files = Files.list(folder)) {
      Stream<String> pages =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".md"))
              .map(name -> "/" + name.substring(0, name.length() - ".md".length()))
              .map(path -> path.equals("/home") ? "/" : path);
      return Stream.concat(pages, Stream.of("/privacy")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
