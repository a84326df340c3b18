package com.avonsolutions.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.text.MarkdownFile;
import org.junit.jupiter.api.Test;

class BuildDocumentsTest {
  private static final String FRONT =
      """
      ---
      title: A page
      heading: A larger: heading
      description: What it is about
      published: 2026-11-22
      updated: 2026-11-23
      ---
      """;

  @Test
  void render_shouldSplitAtSecondLevelHeadings() {
    String json =
        render(
            FRONT + "Intro.\n\n## Get found {#search}\n\nOne *two*.\n\n## Was, wéiter?\n\nEnd.\n");

    assertThat(json)
        .contains("\"heading\":\"A larger: heading\"")
        .contains("\"introHtml\":\"<p>Intro.</p>\\n\"")
        .contains(
            "{\"id\":\"search\",\"title\":\"Get found\",\"html\":\"<p>One <em>two</em>.</p>\\n\"}")
        .contains("\"id\":\"was-weiter\",\"title\":\"Was, wéiter?\"");
  }

  @Test
  void render_shouldHaveNoSections_whenThereAreNoHeadings() {
    assertThat(render(FRONT + "Only this.")).endsWith("\"sections\":[]}");
  }

  @Test
  void render_shouldNameFileAndKey_whenAKeyIsMissing() {
    assertThatThrownBy(() -> render(FRONT.replace("title: A page\n", "") + "Text"))
        .hasMessage("page.md: the front matter lacks title");
  }

  @Test
  void parse_shouldNameTheFile_whenThereIsNoFrontMatter() {
    assertThatThrownBy(() -> MarkdownFile.parse("page", "Just text"))
        .hasMessageContaining("page.md: the front matter");
  }

  private static String render(String content) {
    return BuildDocuments.render(MarkdownFile.parse("page", content));
  }
}
