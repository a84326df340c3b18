package com.avonsolutions.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.text.Markdown.BadLinkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void toHtml_shouldEscapeMarkup_whenTheTextHoldsHtml() {
    assertThat(Markdown.toHtml("a <script>alert(1)</script> b"))
        .isEqualTo("<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/contact",
        "/faqs/pricing?a=b#c",
        "#top",
        "https://example.com/a?b=c&d",
        "mailto:leads@example.com",
        "tel:+919876543210",
        "TEL:+919876543210"
      })
  void toHtml_shouldKeepTheAddress_whenContentMayLinkToIt(String address) {
    assertThat(Markdown.toHtml("[x](" + address + ")"))
        .contains("href=\"" + address.replace("&", "&amp;") + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[x](javascript:alert(1))",
        "[x](JavaScript:alert(1))",
        "<javascript:alert(1)>",
        "[x](data:text/html,x)",
        "[x](http://example.com)",
        "[x](//example.com)",
        "[x](contact)",
        "[x]()",
        "[x][1]\n\n[1]: vbscript:x",
        "![x](https://example.com/a.png)",
        "![x](a.png)",
        "| [x](ftp://example.com) |\n|---|\n| a |"
      })
  void toHtml_shouldFailWithTheLine_whenContentMayNotLinkThere(String markdown) {
    assertThatThrownBy(() -> Markdown.toHtml("First.\n\n" + markdown))
        .isInstanceOfSatisfying(BadLinkException.class, e -> assertThat(e.line()).isEqualTo(3));
  }

  @Test
  void toHtml_shouldTrustOurOwnPagesOnly_whenTheTextHoldsLinks() {
    assertThat(Markdown.toHtml("[a](/services)")).contains("<a href=\"/services\">");
    assertThat(Markdown.toHtml("[b](https://example.com)")).contains("rel=\"nofollow\"");
  }
}
