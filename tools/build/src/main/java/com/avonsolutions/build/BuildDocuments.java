package com.avonsolutions.build;

import com.avonsolutions.text.Markdown;
import com.avonsolutions.text.MarkdownFile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
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
  private static final JsonFactory JSON = new JsonFactory();

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

  static String render(MarkdownFile file) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("slug", file.name());
      for (String key : List.of("title", "heading", "description", "published", "updated")) {
        json.writeStringField(key, file.required(key));
      }
      StringBuilder html = new StringBuilder();
      boolean inSection = false;
      Node node = Markdown.parse(file.text()).getFirstChild();
      while (node != null) {
        Node next = node.getNext();
        if (node instanceof Heading heading && heading.getLevel() == 2) {
          endPart(json, html, inSection);
          if (!inSection) {
            json.writeArrayFieldStart("sections");
            inSection = true;
          }
          startSection(json, heading);
        } else {
          html.append(Markdown.render(node));
        }
        node = next;
      }
      endPart(json, html, inSection);
      if (!inSection) {
        json.writeArrayFieldStart("sections");
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    return text.toString();
  }

  private static void startSection(JsonGenerator json, Heading heading) throws IOException {
    String anchor = "";
    if (heading.getLastChild() instanceof Text last) {
      Matcher matcher = ANCHOR.matcher(last.getLiteral());
      if (matcher.find()) {
        anchor = matcher.group(1);
        last.setLiteral(matcher.replaceFirst(""));
      }
    }
    String title = TextContentRenderer.builder().build().render(heading).strip();
    json.writeStartObject();
    json.writeStringField("id", anchor.isEmpty() ? anchorOf(title) : anchor);
    json.writeStringField("title", title);
  }

  private static void endPart(JsonGenerator json, StringBuilder html, boolean inSection)
      throws IOException {
    json.writeStringField(inSection ? "html" : "introHtml", html.toString());
    if (inSection) {
      json.writeEndObject();
    }
    html.setLength(0);
  }

  private static String anchorOf(String title) {
    return Normalizer.normalize(title, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }
}
