package com.avonsolutions.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** README.md, docs/ and the help of the Makefile name only what exists. */
class DocsTest {
  /** By reason: what the docs name although the project does not have it. */
  private static final Map<String, String> FOREIGN =
      Map.of(
          "examples in recipes: a new function, page, event or field",
          "(functions|events)/admin(/.*)?|Admin\\w+|.*seo-for-clinics\\..*|services-hi\\.md|2027-01\\.(en|hi)\\.md"
              + "|events/ad-leads|FAQS_TABLE_NAME",
          "files, fields and classes of other sites and platforms",
          "footer\\.php|index\\.html|email\\.value|onSubmit|event\\.detail|context\\.pageUri|legalConsentOptions|WORK_PHONE"
              + "|requestContext\\.http|Referer",
          "AWS: properties, actions, services and an environment variable that we do not use",
          "SkipBuild|AutoPublishAliasAllProperties|ForEach|CorsConfiguration|Decrypt|\\w+\\.amazonaws\\.com"
              + "|AWS_SESSION_TOKEN",
          "flags of the JVM that were tried and are not used",
          "LogClassLoadingCauseFor|CompileThresholdScaling",
          "what Micronaut and HTTP have and we do not use",
          "beansPredicate|eagerBeansEnabled|eventsEnabled|propertySourcesLocator|includeSubDomains",
          "an environment variable of POSIX, a street",
          "LC_ALL|Road",
          "parts of the names of secrets under SecretsPath",
          "staff/token");

  @TempDir private Path folder;

  @Test
  void docs_shouldNameOnlyWhatExists() {
    Set<Pattern> foreign =
        FOREIGN.values().stream().map(Pattern::compile).collect(Collectors.toSet());

    assertThat(new DocsCheck(Project.root(), foreign, "DocsTest.java").findings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          see [the guide](docs/none.md)         | docs/none.md leads to no file
          see ![a picture](docs/none.png)       | docs/none.png leads to no file
          see [there](docs/guide.md#elsewhere)  | docs/guide.md#elsewhere leads to no heading
          see [there](#elsewhere)               | #elsewhere leads to no heading
          in `src/Gone.java`                    | src/Gone.java is no file or folder
          in `Gone.java`                        | Gone.java is no file or folder
          in `src/none/`                        | src/none is no file or folder
          the class `NoteStore`                 | NoteStore is not in the project
          the class `Gone`                      | Gone is not in the project
          the method `Notes.erase`              | Notes.erase is no member of that class
          the method `Notes#erase()`            | Notes.erase is no member of that class
          the setting `NOTES_COLOUR`            | NOTES_COLOUR is not in the project
          the setting `notes.colour`            | notes.colour is not in the project
          the field `noteColour`                | noteColour is not in the project
          run `make none`                       | none is no target of the Makefile
          run `make run none`                   | none is no target of the Makefile
          run `make run COLOUR=red`             | COLOUR is not in the project
          run `mvn -pl gone test`               | gone is no module
          run `mvn test -Dtest=GoneTest`        | GoneTest is not in the project
          run `mvn -Dexec.args="notes erase"`   | erase is not in the project
          run `make run ARGS="notes erase"`     | erase is not in the project
          the call `notes.colour()`             | colour is not in the project
          ``` sh                                | none is no target of the Makefile
          """)
  void check_shouldNameFileAndLine_ofWhatDoesNotExist(String text, String finding)
      throws IOException {
    String page = text.startsWith("```") ? "```sh\nmake none # make it\n```\n" : text;

    assertThat(findings(page))
        .containsExactly("README.md:" + (page.equals(text) ? 3 : 4) + ": " + finding);
  }

  @Test
  void check_shouldNameFileAndLine_ofTextThatATableTakesIn() throws IOException {
    assertThat(findings("  | a | b |\n  |---|---|\n  | 1 | 2 |\n  And then."))
        .containsExactly("README.md:6: And then. would be a row of the table above it");
    assertThat(findings("| a | b |\n|---|---|\n| 1 | 2 |\n\nAnd then.")).isEmpty();
  }

  @Test
  void check_shouldFindNothing_whereEverythingExists() throws IOException {
    assertThat(
            findings(
                """
                See [the guide](docs/guide.md#a-part-of-it), [here](#readme) and [AWS](https://aws.amazon.com#x).
                `src/Notes.java`, `Notes.java`, `src/*.java`, `src/`, `Notes`, `Notes.list()`, `NOTES_TABLE`,
                `notes.table`, `maxLength`, `make run TABLE=notes`, `target/classes`, `/api/none`, `events/CASE.json`,
                `mvn -pl src test -Dtest=Notes`, `aws dynamodb put-item --table-name X`, `text/html`, `POST /none`,
                `make run ARGS="notes list --name 'a b'"`, `notes.list("x")`.
                ```java
                class Anything extends Everything {}
                ```
                """))
        .isEmpty();
  }

  /** The findings of a README in a small project. */
  private Set<String> findings(String text) throws IOException {
    Files.createDirectories(folder.resolve("src"));
    Files.createDirectories(folder.resolve("docs"));
    Files.writeString(
        folder.resolve("Makefile"), "run: ## Run it\n\techo $(TABLE) $(ARGS) notes\n");
    Files.writeString(folder.resolve("src/pom.xml"), "<project/>");
    Files.writeString(
        folder.resolve("src/Notes.java"),
        """
        /** Keeps what was in Gone and in a NoteStore. */
        class Notes {
          @Value("${notes.table}") int maxLength;
          void list() { System.getenv("NOTES_TABLE"); }
        }
        """);
    Files.writeString(folder.resolve("docs/guide.md"), "# Guide\n\n## A part, of it\n");
    Files.writeString(folder.resolve("README.md"), "# README\n\n" + text + "\n");
    return new DocsCheck(folder, Set.of(), "none").findings();
  }
}
