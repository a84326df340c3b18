package com.avonsolutions.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class MarkupTest {
  private static final URI PAGE = URI.create("http://localhost:8080/faqs/a");

  @Test
  void of_shouldFindWhatHoldsUpThePaint_whenThereAreScriptsOfEveryKind() {
    Markup markup =
        Markup.of(
            """
            <head><link rel="stylesheet" href="/a.css"><link rel="canonical" href="/faqs/a">
            <script src="/now.js"></script><script src="/later.js" defer></script>
            <script src="/any.js" async></script><script src="/m.js" type="module"></script>
            <script type="application/ld+json">{}</script></head>
            """,
            PAGE);

    assertThat(markup.blocking()).containsOnly(at("/a.css"), at("/now.js"));
    assertThat(markup.loads())
        .containsOnly(at("/a.css"), at("/now.js"), at("/later.js"), at("/any.js"), at("/m.js"));
  }

  @Test
  void of_shouldCountEachAddressOnce_whenThePageNamesItTwice() {
    Markup markup =
        Markup.of(
            """
            <link rel="icon" href="/i.svg"><img src="/i.svg"><img src="b.png"><iframe src="/f"></iframe>
            <img src="data:image/gif;base64,AAAA"><img src="">
            """,
            PAGE);

    assertThat(markup.loads()).containsOnly(at("/i.svg"), at("/faqs/b.png"), at("/f"));
    assertThat(markup.blocking()).isEmpty();
  }

  private static URI at(String path) {
    return PAGE.resolve(path);
  }
}
