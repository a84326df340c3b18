package com.avonsolutions.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.commonmark.node.Node;

/**
 * A Markdown file with front matter. Between two lines of {@code ---} each line is {@code key:
 * value}, without any quoting, or a key alone followed by lines of {@code - item}. The text
 * follows.
 *
 * @param name the file's name without {@code .md}
 * @param text without the front matter
 * @param firstLine the line of the file at which the text begins, from 1
 */
public record MarkdownFile(
    String name,
    Map<String, String> values,
    Map<String, List<String>> lists,
    String text,
    int firstLine) {

  /** All Markdown files of a folder, sorted by name. */
  public static List<MarkdownFile> readAll(Path folder) throws IOException {
    List<MarkdownFile> files = new ArrayList<>();
    try (Stream<Path> paths = Files.list(folder)) {
      for (Path path : paths.filter(path -> path.toString().endsWith(".md")).sorted().toList()) {
        files.add(read(path));
      }
    }
    return List.copyOf(files);
  }

  static MarkdownFile read(Path path) throws IOException {
    String fileName = path.getFileName().toString();
    return parse(fileName.substring(0, fileName.length() - ".md".length()), Files.readString(path));
  }

  public static MarkdownFile parse(String name, String content) {
    List<String> lines = content.lines().toList();
    int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf("---") + 1;
    if (end < 1 || !lines.get(0).equals("---")) {
      throw new IllegalArgumentException(
          name + ".md: the front matter between --- lines is missing");
    }
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, List<String>> lists = new LinkedHashMap<>();
    String key = "";
    for (String line : lines.subList(1, end)) {
      String trimmed = line.strip();
      int colon = trimmed.indexOf(':');
      if (trimmed.startsWith("- ") && lists.containsKey(key)) {
        lists.get(key).add(trimmed.substring(2).strip());
      } else if (colon > 0) {
        key = trimmed.substring(0, colon);
        String value = trimmed.substring(colon + 1).strip();
        if (value.isEmpty()) {
          lists.put(key, new ArrayList<>());
        } else {
          values.put(key, value);
        }
      } else if (!trimmed.isEmpty()) {
        throw new IllegalArgumentException(name + ".md: cannot read the line: " + trimmed);
      }
    }
    int first = end + 1;
    while (first < lines.size() && lines.get(first).isBlank()) {
      first++;
    }
    String text = String.join("\n", lines.subList(first, lines.size())).strip();
    return new MarkdownFile(name, Map.copyOf(values), Map.copyOf(lists), text, first + 1);
  }

  /**
   * The parsed text.
   *
   * @throws IllegalArgumentException when the text has a link that is not allowed; the message
   *     names file and line
   */
  public Node parsed() {
    try {
      return Markdown.parse(text);
    } catch (Markdown.BadLinkException e) {
      throw new IllegalArgumentException(
          "%s.md:%d: %s".formatted(name, firstLine + e.line() - 1, e.getMessage()), e);
    }
  }

  /** A value that must be there. */
  public String required(String key) {
    return optional(key)
        .orElseThrow(
            () -> new IllegalArgumentException(name + ".md: the front matter lacks " + key));
  }

  public Optional<String> optional(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public List<String> list(String key) {
    return lists.getOrDefault(key, List.of());
  }
}
