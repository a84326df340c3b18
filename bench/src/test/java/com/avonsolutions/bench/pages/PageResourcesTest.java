package com.avonsolutions.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class PageResourcesTest {
  private static final URI PAGE = URI.create("http://localhost:8080/faqs/a");

  @Test
  void of_shouldFindWhatBlocksTheFirstPaint_whenThereAreScriptsOfEveryKind() {
    PageResources resources =
        PageResources.of(
            """
            <head><link rel="stylesheet" href="/a.css"><link rel="canonical" href="/faqs/a">
            <script src="/now.js"></script><script src="/later.js" defer></script>
            <script src="/any.js" async></script><script src="/m.js" type="module"></script>
            <script type="application/ld+json">{}</script></head>
            """,
            PAGE);

    assertThat(resources.blocking()).containsOnly(at("/a.css"), at("/now.js"));
    assertThat(resources.all())
        .containsOnly(at("/a.css"), at("/now.js"), at("/later.js"), at("/any.js"), at("/m.js"));
  }

  @Test
  void of_shouldCountEachAddressOnce_whenThePageNamesItTwice() {
    PageResources resources =
        PageResources.of(
            """
            <link rel="icon" href="/i.svg"><img src="/i.svg"><img src="b.png"><iframe src="/f"></iframe>
            <img src="data:image/gif;base64,AAAA"><img src="">
            """,
            PAGE);

    assertThat(resources.all()).containsOnly(at("/i.svg"), at("/faqs/b.png"), at("/f"));
    assertThat(resources.blocking()).isEmpty();
  }

  private static URI at(String path) {
    return PAGE.resolve(path);
  }
}
