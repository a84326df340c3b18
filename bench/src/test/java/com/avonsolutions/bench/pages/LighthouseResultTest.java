package com.avonsolutions.bench.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LighthouseResultTest {
  private static final String REPORT =
      """
      {
        "lighthouseVersion": "12.8.2",
        "runWarnings": ["slow"],
        "environment": {"hostUserAgent": "Mozilla/5.0 HeadlessChrome/156.0.0.0 Safari/537.36"},
        "categories": {
          "seo": {"score": 1}, "performance": {"score": 0.99},
          "accessibility": {"score": 1}, "best-practices": {"score": 0.96}
        },
        "audits": {
          "largest-contentful-paint": {"numericValue": 1234.5},
          "cumulative-layout-shift": {"numericValue": 0},
          "total-blocking-time": {"numericValue": 20},
          "render-blocking-insight": {"details": {"items": [{"url": "/a.css"}]}},
          "network-requests": {"details": {"items": [{}, {}, {}]}}
        }
      }
      """;

  @Test
  void parse_shouldReadTheFigures() throws IOException {
    assertThat(LighthouseResult.parse(REPORT))
        .isEqualTo(
            new LighthouseResult(
                "Lighthouse 12.8.2 in Chrome/156",
                List.of(99.0, 100.0, 96.0, 100.0),
                1234.5,
                0,
                20,
                2,
                3,
                List.of("slow")));
  }

  @Test
  void parse_shouldFail_whenACategoryHasNoScore() {
    assertThatThrownBy(
            () ->
                LighthouseResult.parse(
                    REPORT.replace("\"seo\": {\"score\": 1}", "\"seo\": {\"score\": null}")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("categories.seo.score");
  }

  @Test
  void parse_shouldFail_whenThePageDidNotLoad() {
    assertThatThrownBy(() -> LighthouseResult.parse("{\"audits\": {}}"))
        .isInstanceOf(IOException.class);
  }
}
