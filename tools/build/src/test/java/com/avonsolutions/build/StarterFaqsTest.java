package com.avonsolutions.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.StarterFaq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StarterFaqsTest {
  private static final String COMPLETE =
      """
      ---
      question: Do you use cookies?
      hindi: क्या आप कुकीज़ लगाते हैं?
      category: Privacy
      order: 50
      featured: true
      aliases:
        - cookie policy
        - tracking: pixels
      ---
      No. See [our words on it](/privacy#cookies).

      <script>alert(1)</script>
      """;

  private final Path folder;

  StarterFaqsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void read_shouldReadEveryKey() throws IOException {
    StarterFaq faq = readOne("cookies", COMPLETE);

    assertThat(faq.entry())
        .usingRecursiveComparison()
        .ignoringFields("answerHtml")
        .isEqualTo(
            new FaqEntry(
                "cookies",
                "Do you use cookies?",
                Optional.of("क्या आप कुकीज़ लगाते हैं?"),
                "Privacy",
                50,
                true,
                List.of("cookie policy", "tracking: pixels"),
                ""));
    assertThat(faq.entry().answerHtml())
        .contains("href=\"/privacy#cookies\">our words on it</a>", "&lt;script&gt;")
        .doesNotContain("<script>");
    assertThat(faq.answerMarkdown()).startsWith("No. See [our words");
  }

  @Test
  void read_shouldUseDemistakes_whenOptionalKeysAreMissing() throws IOException {
    FaqEntry entry =
        readOne("bare", "---\nquestion: Q?\ncategory: C\norder: 1\n---\nYes.\n").entry();

    assertThat(entry.hindi()).isEmpty();
    assertThat(entry.aliases()).isEmpty();
    assertThat(entry.featured()).isFalse();
  }

  @Test
  void read_shouldChangeTheHash_whenOnlyAnAliasChanged() throws IOException {
    String before = readOne("cookies", COMPLETE).contentHash();

    assertThat(
            readOne("cookies", COMPLETE.replace("cookie policy", "cookies policy")).contentHash())
        .isNotEqualTo(before);
    assertThat(readOne("cookies", COMPLETE).contentHash()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          question: Do you use cookies?    |                        | front matter lacks question
          category: Privacy                |                        | front matter lacks category
          order: 50                        |                        | front matter lacks order
          order: 50                        | order: soon            | order is soon
          featured: true                   | featured: yes          | featured is yes
          order: 50                        | ordre: 50              | unknown key ordre
          aliases:                         | alias:                 | unknown key alias
          category: Privacy                | category:              | category has no value
          (/privacy#cookies)               | (/privat)              | a link to /privat
          (/privacy#cookies)               | (javascript:alert(1))  | a link to javascript:alert(1)
          (/privacy#cookies)               | (//evil.example)       | a link to //evil.example
          """)
  void read_shouldNameFileAndMistake_whenAFileIsInvalid(
      String text, @Nullable String replacement, String mistake) {
    String content = COMPLETE.replace(text, replacement == null ? "" : replacement);

    assertThatThrownBy(() -> readOne("cookies", content))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching("(?s)cookies\\.md:(11:)? .*")
        .hasMessageContaining(mistake);
  }

  @Test
  void read_shouldReject_whenTheAnswerIsMissing() {
    assertThatThrownBy(
            () -> readOne("mute", "---\nquestion: Q?\ncategory: C\norder: 1\n---\n\n  \n"))
        .hasMessage("mute.md: the answer is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ab", "Upper", "two--hyphens", "-first", "last-", "under_score"})
  void read_shouldReject_whenTheNameIsNotASlug(String name) {
    assertThatThrownBy(() -> readOne(name, COMPLETE))
        .hasMessageStartingWith(name + ".md: its name has to be");
  }

  @Test
  void read_shouldReject_whenTheNameIsTooLong() {
    assertThatThrownBy(() -> readOne("a".repeat(61), COMPLETE)).hasMessageContaining("3 to 60");
  }

  @Test
  void read_shouldAcceptEveryFile_ofTheProject() throws IOException {
    Path faqs = Path.of(System.getProperty("project.root"), "functions/faq/src/main/faqs");

    List<StarterFaq> entries = StarterFaqs.read(faqs);

    assertThat(entries).hasSizeGreaterThan(50);
    assertThat(entries).extracting(faq -> faq.entry().order()).doesNotHaveDuplicates();
    assertThat(entries).extracting(faq -> faq.entry().question()).doesNotHaveDuplicates();
  }

  private StarterFaq readOne(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name + ".md"), content);
    List<StarterFaq> entries = StarterFaqs.read(folder);
    assertThat(entries).hasSize(1);
    return entries.get(0);
  }
}
