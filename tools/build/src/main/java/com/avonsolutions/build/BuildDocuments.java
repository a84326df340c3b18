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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Renders the content pages: each Markdown file becomes a JSON file with the page's text as HTML,
 * split at second-level headings. A heading can set its anchor with a trailing {@code {#anchor}};
 * otherwise the anchor is derived from its words.
 */
public final class BuildDocuments {
  private static final Pattern ANCHOR = Pattern.compile("\\s*\\{#([a-z0-9-]+)}\\s*$");

  private BuildDocuments() {}

  /**
   * Renders all files of a folder.
   *
   * @param arguments the folder of Markdown files, and the folder for the JSON files
   */
  public static void main(String[] arguments) throws IOException {
    Path target = Files.createDirectories(Path.of(arguments[1]));
    List<String> names = new ArrayList<>();
    for (MarkdownFile file : MarkdownFile.readAll(Path.of(arguments[0]))) {
      Files.writeString(target.resolve(file.name() + ".json"), render(file));
      names.add(file.name());
    }
    Files.writeString(target.resolve("index.txt"), String.join("\n", names) + "\n");
  }

  static String render(MarkdownFile file) {
    JsonWriter document = new JsonWriter().put("slug", file.name());
    for (String key : List.of("title", "heading", "description", "published", "updated")) {
      document.put(key, file.required(key));
    }
    StringBuilder intro = new StringBuilder();
    List<Section> sections = new ArrayList<>();
    StringBuilder html = intro;
    Node node = Markdown.parse(file.text()).getFirstChild();
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
