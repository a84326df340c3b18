package com.avonsolutions.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.consent.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeTest {
  private static final String NAME = "2026-11.en.md";
  private static final String TEXT =
      """
      ---
      title: A notice
      publish-testimonial: May publish them, see the [notice](/privacy).
      answer-enquiry: May use them, see the [notice](/privacy).
      ---
      We store your näme.

      ## How long

      Two years.
      """;

  @TempDir private Path folder;

  @BeforeEach
  void publish() throws IOException {
    write(NAME, TEXT);
    Files.writeString(folder.resolve("SHA256SUMS"), WordsHash.digits(TEXT) + "  " + NAME + "\n");
  }

  @Test
  void readAll_shouldKnowVersionLanguageAndStatements() throws IOException {
    Notice notice = Notice.readAll(folder).get(0);

    assertThat(notice.version()).isEqualTo("2026-11");
    assertThat(notice.language()).isEqualTo("en");
    assertThat(notice.statements())
        .isEqualTo(
            Map.of(
                Purpose.ANSWER_ENQUIRY, "May use them, see the [notice](/privacy).",
                Purpose.PUBLISH_TESTIMONIAL, "May publish them, see the [notice](/privacy)."));
    assertThat(notice.text()).isEqualTo(TEXT);
    assertThat(notice.hash()).isEqualTo("sha256:" + WordsHash.digits(TEXT));
  }

  @Test
  void readAll_shouldRefuseThePublishedNotice_whenAnyCharacterOfItHasChanged() throws IOException {
    for (int i = 0; i < TEXT.length(); i++) {
      if (TEXT.charAt(i) == '\n') {
        continue;
      }
      write(NAME, TEXT.substring(0, i) + (char) (TEXT.charAt(i) ^ 1) + TEXT.substring(i + 1));

      assertThatThrownBy(() -> Notice.readAll(folder))
          .as("changed at %d", i)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void readAll_shouldNameTheLineToAdd_whenAVersionIsNew() throws IOException {
    write("2026-12.en.md", TEXT.replace("Two", "Three"));

    assertThatThrownBy(() -> Notice.readAll(folder))
        .hasMessageContaining("2026-12.en.md is not in SHA256SUMS")
        .hasMessageEndingWith(WordsHash.digits(TEXT.replace("Two", "Three")) + "  2026-12.en.md");
  }

  @Test
  void readAll_shouldMissThePublishedNotice_whenItsFileIsGone() throws IOException {
    Files.delete(folder.resolve(NAME));

    assertThatThrownBy(() -> Notice.readAll(folder)).hasMessageContaining(NAME);
  }

  @Test
  void readAll_shouldFindTheSameHash_whenACheckoutOrAnEditorWritesItOtherwise() throws IOException {
    String otherwise =
        "\uFEFF"
            + TEXT.replace("ä", "a\u0308")
                .replace("years.\n", "years. \t\n\n")
                .replace("\n", "\r\n");
    write(NAME, otherwise);

    assertThat(Notice.readAll(folder).get(0).text()).isEqualTo(TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"privacy.md", "2026.en.md", "2026-11.md", "2026-11.EN.md", "2026-11-.en.md"})
  void readAll_shouldSayHowToNameAFile_whenItsNameIsAnother(String name) throws IOException {
    write(name, TEXT);

    assertThatThrownBy(() -> Notice.readAll(folder))
        .hasMessage(
            name + ": name it VERSION.LANGUAGE.md, such as 2026-11.en.md or 2026-11-22.hi.md");
  }

  @Test
  void main_shouldWriteHashes_andTheStatementsOfTheLatestVersionInEnglish() throws IOException {
    String later = TEXT.replace("May use them, see", "May *use* them, see");
    write("2026-12.en.md", later);
    write("2026-12.hi.md", TEXT);
    Files.writeString(
        folder.resolve("SHA256SUMS"),
        """
        %s  2026-11.en.md
        %s  2026-12.en.md
        %s  2026-12.hi.md
        """
            .formatted(WordsHash.digits(TEXT), WordsHash.digits(later), WordsHash.digits(TEXT)));
    Path list = folder.resolve("target/words.txt");

    BuildWords.main(new String[] {folder.toString(), list.toString()});

    assertThat(Files.readAllLines(list))
        .containsExactly(
            "2026-11\ten\t" + WordsHash.of(TEXT),
            "2026-12\ten\t"
                + WordsHash.of(later)
                + "\tanswer-enquiry\tMay <em>use</em> them, see the <a href=\"/privacy\">notice</a>."
                + "\tpublish-testimonial\tMay publish them, see the <a href=\"/privacy\">notice</a>.",
            "2026-12\thi\t" + WordsHash.of(TEXT));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}
