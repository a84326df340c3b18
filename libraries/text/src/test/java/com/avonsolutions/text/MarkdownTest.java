package com.avonsolutions.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void toHtml_shouldEscapeMarkup_whenTheTextHoldsHtml() {
    assertThat(Markdown.toHtml("a <script>alert(1)</script> b"))
        .isEqualTo("<p>a &lt;script&gt;alert(1)&lt;/script&gt; b</p>\n");
  }

  @Test
  void toHtml_shouldDropTheAddress_whenALinkIsAScript() {
    assertThat(Markdown.toHtml("[x](javascript:alert(1))")).doesNotContain("javascript");
  }

  @Test
  void toHtml_shouldTrustOurOwnPagesOnly_whenTheTextHoldsLinks() {
    assertThat(Markdown.toHtml("[a](/services)")).contains("<a href=\"/services\">");
    assertThat(Markdown.toHtml("[b](https://example.com)")).contains("rel=\"nofollow\"");
  }
}
