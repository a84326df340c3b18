package com.avonsolutions.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.build.Notice;
import com.avonsolutions.build.WordsHash;
import com.avonsolutions.domain.consent.Purpose;
import com.avonsolutions.sandbox.Project;
import com.avonsolutions.text.Markdown;
import com.avonsolutions.web.templates.StaticTemplates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConsentWordsTest {
  private static final Path FOLDER = Notice.folder(Project.root());

  static List<Notice> notices() throws IOException {
    return Notice.readAll(FOLDER);
  }

  @ParameterizedTest
  @MethodSource("notices")
  void shown_shouldNameTheHashOfTheFile_forEachVersionAndLanguage(Notice notice)
      throws IOException {
    String file = Files.readString(FOLDER.resolve(notice.page().name() + ".md"));

    assertThat(ConsentWords.shown(notice.version(), Optional.of(notice.language())).hash())
        .contains(WordsHash.of(file));
    assertThat(ConsentWords.areOurs(notice.version())).isTrue();
  }

  /** What the form shows and what its hidden fields name are the words of one file. */
  @ParameterizedTest
  @EnumSource(names = {"ANSWER_ENQUIRY", "PUBLISH_TESTIMONIAL"})
  void consentWords_shouldRenderTheStatementOfTheFileThatTheyName(Purpose purpose)
      throws IOException {
    Document box = Jsoup.parse(new StaticTemplates().consentWords(purpose).render());
    String name =
        box.select("[name=consentVersion]").val()
            + '.'
            + box.select("[name=consentLanguage]").val();

    Notice notice =
        notices().stream().filter(one -> one.page().name().equals(name)).findFirst().orElseThrow();
    assertThat(Jsoup.parse(box.select("span").html()).body().html())
        .isEqualTo(
            Jsoup.parse(Markdown.toHtml(String.valueOf(notice.statements().get(purpose))))
                .select("p")
                .html());
    assertThat(box.select("a").eachAttr("href")).containsExactly("/privacy");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void shown_shouldKeepTheNameWithoutAHash_whenWeNeverShowedSuchWords(
      String version, Optional<String> language) {
    assertThat(ConsentWords.shown(version, language).version()).isEqualTo(version);
    assertThat(ConsentWords.shown(version, language).language()).isEqualTo(language);
    assertThat(ConsentWords.shown(version, language).hash()).isEmpty();
  }

  static List<Arguments> strangers() {
    return List.of(
        Arguments.of("unnamed", Optional.empty()),
        Arguments.of("../../2026-11", Optional.of("en")),
        Arguments.of("2026-11", Optional.of("xx")),
        Arguments.of("2026", Optional.of("en")));
  }
}
