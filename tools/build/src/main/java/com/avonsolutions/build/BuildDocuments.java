package com.avonsolutions.build;

import com.avonsolutions.text.Markdown;
import com.avonsolutions.text.MarkdownFile;
import com.avonsolutions.text.json.JsonWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Renders the content pages: each Markdown file becomes a JSON file with the page's text as HTML,
 * split at second-level headings. A heading can set its anchor with a trailing {@code {#anchor}};
 * otherwise the anchor is derived from its words. Each version of the privacy notice is a page too.
 */
public final class BuildDocuments {
  private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#([a-z0-9-]+)}\\s*$");
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final List<String> REQUIRED =
      List.of("title", "heading", "description", "published", "updated");

  /** The templates of pages; DocumentPages of the pages function switches on them. */
  private static final List<String> LAYOUTS = List.of("document", "article", "services");

  private BuildDocuments() {}

  /**
   * Renders all files of a folder.
   *
   * @param arguments the folder of Markdown files, the folder of the notices, the file with the
   *     route keys of template.yaml, and the folder for the JSON files
   * @throws IllegalArgumentException for an invalid file, with its name and the mistake
   */
  public static void main(String[] arguments) throws IOException {
    Path content = Path.of(arguments[0]);
    List<Notice> notices = Notice.readAll(Path.of(arguments[1]));
    List<String> routes = Files.readAllLines(Path.of(arguments[2]));
    Path target = Files.createDirectories(Path.of(arguments[3]));
    requireNoFolders(content);
    List<String> names = new ArrayList<>();
    for (MarkdownFile file : MarkdownFile.readAll(content)) {
      requireOwnAddress(file, routes);
      Files.writeString(target.resolve(file.name() + ".json"), render(file));
      names.add(file.name());
    }
    if (names.contains(Notice.SLUG)) {
      throw new IllegalArgumentException(
          "%s.md: the privacy notice is in the folder of the notices".formatted(Notice.SLUG));
    }
    writeIndex(target.resolve("index.txt"), names);
    Files.createDirectories(target.resolve(Notice.SLUG));
    for (Notice version : notices) {
      Files.writeString(
          target.resolve(version.slug() + ".json"), render(version.slug(), version.page()));
    }
    writeIndex(target.resolve("notices.txt"), notices.stream().map(Notice::slug).toList());
  }

  private static void writeIndex(Path file, List<String> names) throws IOException {
    Files.writeString(file, String.join("\n", names) + "\n");
  }

  static String render(MarkdownFile file) {
    return render(file.name(), file);
  }

  private static String render(String slug, MarkdownFile file) {
    requireKnownKeys(file);
    JsonWriter document = new JsonWriter().put("slug", slug).put("layout", layout(file));
    for (String key : REQUIRED) {
      document.put(key, file.required(key));
    }
    StringBuilder intro = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    StringBuilder html = intro;
    Node node = file.parsed().getFirstChild();
    while (node != null) {
      Node next = node.getNext();
      if (node instanceof Heading heading && heading.getLevel() == 2) {
        Section section = Section.startingWith(heading);
        sections.add(section);
        html = section.html();
      } else {
        html.append(Markdown.render(node));
      }
      node = next;
    }
    return document
        .put("introHtml", intro.toString())
        .put("sections", sections.stream().map(Section::toJson).toList())
        .toString();
  }

  private static void requireNoFolders(Path content) throws IOException {
    try (Stream<Path> paths = Files.list(content)) {
      Optional<Path> folder = paths.filter(Files::isDirectory).findFirst();
      if (folder.isPresent()) {
        throw new IllegalArgumentException(
            "%s/%s: a folder; pages are files of %1$s itself, because their addresses have one part"
                .formatted(content.getFileName(), folder.get().getFileName()));
      }
    }
  }

  private static void requireOwnAddress(MarkdownFile file, List<String> routes) {
    if (!SLUG.matcher(file.name()).matches()) {
      throw wrong(file, "its name has to be lower-case letters and digits, with single hyphens");
    }
    if (routes.stream().anyMatch(route -> route.endsWith(" /" + file.name()))) {
      throw wrong(file, "template.yaml has a route with the path /" + file.name());
    }
  }

  private static void requireKnownKeys(MarkdownFile file) {
    Set<String> unknown = new TreeSet<>(file.values().keySet());
    unknown.addAll(file.lists().keySet());
    unknown.removeAll(REQUIRED);
    unknown.remove("layout");
    if (!unknown.isEmpty()) {
      throw wrong(file, "unknown key " + String.join(", ", unknown));
    }
  }

  private static String layout(MarkdownFile file) {
    String layout = file.optional("layout").orElse("document");
    if (!LAYOUTS.contains(layout)) {
      throw wrong(file, "layout %s is not one of %s".formatted(layout, String.join(", ", LAYOUTS)));
    }
    return layout;
  }

  private static IllegalArgumentException wrong(MarkdownFile file, String mistake) {
    return new IllegalArgumentException(file.name() + ".md: " + mistake);
  }

  /** A second-level heading and what follows it. */
  private record Section(String id, String title, StringBuilder html) {

    static Section startingWith(Heading heading) {
      String anchor = "";
      if (heading.getLastChild() instanceof Text last) {
        Matcher matcher = ANCHOR.matcher(last.getLiteral());
        if (matcher.find()) {
          anchor = matcher.group(1);
          last.setLiteral(matcher.replaceFirst(""));
        }
      }
      String title = TextContentRenderer.builder().build().render(heading).strip();
      return new Section(anchor.isEmpty() ? anchorOf(title) : anchor, title, new StringBuilder());
    }

    JsonWriter toJson() {
      return new JsonWriter().put("id", id).put("title", title).put("html", html.toString());
    }
  }

  private static String anchorOf(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
