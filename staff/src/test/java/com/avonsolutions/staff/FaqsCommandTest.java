package com.avonsolutions.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.sandbox.Project;
import com.avonsolutions.sandbox.engine.SiteDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FaqsCommandTest {
  private static final String ROOT = "project.root";

  @RegisterExtension static final SiteDatabase DATABASE = new SiteDatabase();

  private final StaffTerminal terminal = new StaffTerminal(Clock.systemUTC());

  @Test
  void load_shouldSayWhatChanged_whenTheFaqsAreLoadedTwice() {
    List<String> first = terminal.lines(DATABASE.endpoint(), "faqs", "load");
    List<String> second = terminal.lines(DATABASE.endpoint(), "faqs", "load");

    assertThat(first)
        .singleElement()
        .asString()
        .matches("(\\d+) FAQs: \\1 new or changed, 0 as before, 0 kept as staff wrote them");
    assertThat(second)
        .singleElement()
        .asString()
        .matches("(\\d+) FAQs: 0 new or changed, \\1 as before, 0 kept as staff wrote them");
  }

  @Test
  void load_shouldChangeNothing_whenOneFileIsWrong(@TempDir Path project) throws IOException {
    Path folder = Files.createDirectories(project.resolve("functions/faq/src/main/faqs"));
    Files.writeString(folder.resolve("office.md"), "---\nqestion: Where?\n---\nKochi\n");
    String root = Project.root().toString();
    System.setProperty(ROOT, project.toString());
    try {
      terminal
          .on(DATABASE.endpoint(), "faqs", "load")
          .shouldBe(1, "office.md: unknown key qestion. No FAQ was changed.");
    } finally {
      System.setProperty(ROOT, root);
    }
    assertThat(DATABASE.client().scan(r -> r.tableName("FaqsTable")).items()).isEmpty();
  }
}
