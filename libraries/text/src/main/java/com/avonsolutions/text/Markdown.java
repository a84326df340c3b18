package com.avonsolutions.text;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** CommonMark with tables. Raw HTML is escaped. */
public final class Markdown {

  /** What a link may begin with: our own pages, a place in the page, and these schemes. */
  private static final Pattern LINK =
      Pattern.compile(
          "(/(?!/)|#|https:|mailto:|tel:).*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** The content security policy blocks images of other sites. */
  private static final Pattern IMAGE = Pattern.compile("/(?!/).*", Pattern.DOTALL);

  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create());
  private static final Parser PARSER =
      Parser.builder()
          .extensions(EXTENSIONS)
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .build();
  private static final HtmlRenderer RENDERER =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .attributeProviderFactory(context -> new DistrustOtherSites())
          .build();

  private Markdown() {}

  /** An address that no content may link to. */
  public static final class BadLinkException extends IllegalArgumentException {
    private final int line;

    private BadLinkException(int line, String what) {
      super(what);
      this.line = line;
    }

    /** The line of the text, from 1. */
    public int line() {
      return line;
    }
  }

  /**
   * Renders Markdown to HTML that is safe in any page.
   *
   * @throws BadLinkException when a link leads to anything but a page of ours, {@code https:},
   *     {@code mailto:} or {@code tel:}
   */
  public static String toHtml(String markdown) {
    return render(parse(markdown));
  }

  /**
   * The parsed text, for {@link #render}.
   *
   * @throws BadLinkException as {@link #toHtml}
   */
  public static Node parse(String markdown) {
    Node document = PARSER.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            require(LINK, link, link.getDestination());
            visitChildren(link);
          }

          @Override
          public void visit(Image image) {
            require(IMAGE, image, image.getDestination());
            visitChildren(image);
          }
        });
    return document;
  }

  private static void require(Pattern allowed, Node node, String destination) {
    if (!allowed.matcher(destination).matches()) {
      List<SourceSpan> spans = node.getSourceSpans();
      throw new BadLinkException(
          spans.isEmpty() ? 1 : spans.get(0).getLineIndex() + 1,
          node instanceof Image
              ? "an image at %s; images are files of the site, such as /assets/map.png"
                  .formatted(destination)
              : "a link to %s; links begin with /, #, https:, mailto: or tel:"
                  .formatted(destination));
    }
  }

  public static String render(Node node) {
    return RENDERER.render(node);
  }

  /** Search engines do not count links to other sites as our recommendation. */
  private static final class DistrustOtherSites implements AttributeProvider {
    @Override
    public void setAttributes(Node node, String tagName, Map<String, String> attributes) {
      if (node instanceof Link link && !link.getDestination().matches("[/#].*")) {
        attributes.put("rel", "nofollow");
      }
    }
  }
}
