package com.avonsolutions.bench;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The sections of docs/performance.md that commands write. A section stands between {@code <!--
 * NAME -->} and {@code <!-- /NAME -->}; what is outside is for people to write.
 */
public final class Report {
  private static final Path PAGE = Project.root().resolve("docs/performance.md");

  private Report() {}

  /**
   * Puts what was measured in the place of what was measured before.
   *
   * @param section e.g. {@code bench-cold}, the command that writes it
   * @param markdown without the machine and the date, which are added
   */
  public static void write(String section, Machine machine, String markdown) {
    System.out.println(markdown);
    try {
      Files.writeString(
          PAGE,
          replaced(Files.readString(PAGE), section, markdown.strip() + "\n\n" + machine.note()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("Written to docs/performance.md, section " + section);
  }

  static String replaced(String page, String section, String content) {
    String start = "<!-- " + section + " -->\n";
    String end = "<!-- /" + section + " -->";
    int from = page.indexOf(start);
    int to = page.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalStateException("docs/performance.md has no section " + section);
    }
    return page.substring(0, from + start.length())
        + "\n"
        + content.strip()
        + "\n\n"
        + page.substring(to);
  }
}
