package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FormsCommandTest {
  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final StaffTerminal terminal = new StaffTerminal(Clock.systemUTC());

  @Test
  void load_shouldSayWhatChanged_whenTheFolderIsLoadedTwice() throws Exception {
    String samples = Project.root().resolve("local/src/main/samples/forms").toString();

    assertThat(terminal.lines(DATABASE.endpoint(), "forms", "load", samples))
        .containsExactly("1 form: 1 new or changed, 0 as before");
    assertThat(terminal.lines(DATABASE.endpoint(), "forms", "load", samples))
        .containsExactly("1 form: 0 new or changed, 1 as before");
  }

  @Test
  void load_shouldChangeNothing_whenOneFormIsWrong(@TempDir Path folder) throws Exception {
    Files.writeString(
        folder.resolve("a.md"), "---\ntitle: A\nconsent: stated\nconsentVersion: 1\n---\n");
    Files.writeString(folder.resolve("b.md"), "---\ntitle: B\n---\n");

    terminal
        .on(DATABASE.endpoint(), "forms", "load", folder.toString())
        .shouldBe(1, "b.md: the front matter lacks consent. No form was changed.");
    assertThat(DATABASE.client().scan(r -> r.tableName("FormsTable")).items()).isEmpty();
  }

  @Test
  void load_shouldSayWhatToDo_whenTheFolderHasNoForm(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("offer.txt"), "---\ntitle: Offer\n---\n");

    terminal
        .on(DATABASE.endpoint(), "forms", "load", folder.toString())
        .shouldBe(1, "There is no form in " + folder + ": each is a file NAME.md.");
  }

  @Test
  void load_shouldSayWhatToDo_whenTheFolderIsMissing() {
    terminal
        .on(DATABASE.endpoint(), "forms", "load", "nowhere")
        .shouldBe(1, "There is no folder nowhere.");
    terminal
        .on(DATABASE.endpoint(), "forms", "load")
        .shouldBe(2, "Missing required parameter: 'FOLDER'. Try forms load --help.");
  }
}
