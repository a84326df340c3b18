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

/**
 * CommonMark with tables. Raw HTML is escaped, and links with unsafe schemes lose their address.
 */
public final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .sanitizeUrls(true)
          .attributeProviderFactory(context -> new TrustOwnLinks())
          .build();

  private Markdown() {}

  /** Renders Markdown to HTML that is safe in any page. */
  public static String toHtml(String markdown) {
    return render(parse(markdown));
  }

  public static Node parse(String markdown) {
    return PARSER.parse(markdown);
  }

  public static String render(Node node) {
    return RENDERER.render(node);
  }

  /** The sanitiser marks every link {@code nofollow}; links to our own pages lose the mark. */
  private static final class TrustOwnLinks implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
      if (node instanceof Link link && link.getDestination().startsWith("/")) {
        attributes.remove("rel");
      }
    }
  }
}
