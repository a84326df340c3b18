package com.avonsolutions.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.text.MarkdownFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDocumentsTest {
  @TempDir private Path folder;
  private Path content;
  private Path notices;
  private Path target;

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

  @BeforeEach
  void makeFolder() throws IOException {
    content = Files.createDirectory(folder.resolve("content"));
    notices = Files.createDirectory(folder.resolve("notices"));
    publish("2026-11.en.md", FRONT + "The old notice.\n");
    publish("2026-12.en.md", FRONT + "The new notice.\n");
    publish("2026-12.hi.md", FRONT + "नई सूचना।\n");
    target = folder.resolve("target");
  }

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

  @Test
  void render_shouldNameFileAndAllowedLayouts_whenTheLayoutIsUnknown() {
    assertThatThrownBy(() -> render(FRONT.replace("updated:", "layout: blog\nupdated:") + "Text"))
        .hasMessage("page.md: layout blog is not one of document, article, services");
  }

  @Test
  void render_shouldNameFileAndKey_whenAKeyIsUnknown() {
    assertThatThrownBy(() -> render(FRONT.replace("updated:", "layuot: a\nupdated:") + "Text"))
        .hasMessage("page.md: unknown key layuot");
  }

  @Test
  void main_shouldWriteEveryPage_whenItsAddressIsFree() throws IOException {
    Files.writeString(content.resolve("about-us.md"), FRONT + "Text");

    build();

    assertThat(target.resolve("index.txt")).hasContent("about-us");
    assertThat(target.resolve("about-us.json")).content().contains("\"layout\":\"document\"");
  }

  @Test
  void main_shouldNameFileAndPath_whenTheTemplateHasThatRoute() throws IOException {
    Files.writeString(content.resolve("contact.md"), FRONT + "Text");

    assertThatThrownBy(this::build)
        .hasMessage("contact.md: template.yaml has a route with the path /contact");
  }

  @Test
  void main_shouldNameTheFile_whenItsNameIsNoAddress() throws IOException {
    Files.writeString(content.resolve("About us.md"), FRONT + "Text");

    assertThatThrownBy(this::build).hasMessageStartingWith("About us.md: its name has to be");
  }

  @Test
  void main_shouldNameTheFolder_whenThereIsOne() throws IOException {
    Files.createDirectory(content.resolve("hi"));

    assertThatThrownBy(this::build).hasMessageStartingWith("content/hi: a folder;");
  }

  @Test
  void main_shouldWriteEveryVersionOfTheNotice() throws IOException {
    build();

    assertThat(target.resolve("notices.txt"))
        .hasContent("privacy/2026-11.en\nprivacy/2026-12.en\nprivacy/2026-12.hi");
    assertThat(target.resolve("privacy/2026-11.en.json"))
        .content()
        .contains("\"slug\":\"privacy/2026-11.en\"")
        .contains("The old notice.");
  }

  @Test
  void main_shouldSayWhereTheNoticeIs_whenAPageTakesItsAddress() throws IOException {
    Files.writeString(content.resolve("privacy.md"), FRONT + "Text");

    assertThatThrownBy(this::build).hasMessageStartingWith("privacy.md: the privacy notice is in");
  }

  private void publish(String name, String text) throws IOException {
    Files.writeString(notices.resolve(name), text);
    Files.writeString(
        notices.resolve("SHA256SUMS"),
        WordsHash.digits(text) + "  " + name + "\n",
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  private void build() throws IOException {
    Path routes = Files.writeString(folder.resolve("routes.txt"), "GET /\nPOST /contact\n");
    BuildDocuments.main(
        new String[] {
          content.toString(), notices.toString(), routes.toString(), target.toString()
        });
  }

  private static String render(String content) {
    return BuildDocuments.render(MarkdownFile.parse("page", content));
  }
}
