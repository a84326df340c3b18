package com.avonsolutions.text;

import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark with tables. Raw HTML is escaped, and links keep to safe schemes. */
public final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(context -> new OwnLinks())
          .build();

  private Markdown() {}

  /** Renders a text to HTML that is safe in any page. */
  public static String toHtml(String markdown) {
    return render(parse(markdown));
  }

  public static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  public static String render(Node node) {
    return RENDERER.render(node);
  }

  /** The sanitiser tells search engines to distrust every link; our own pages are no strangers. */
  private static final class OwnLinks implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
      if (node instanceof Link link && link.getDestination().startsWith("/")) {
        attributes.remove("rel");
      }
    }
  }
}
