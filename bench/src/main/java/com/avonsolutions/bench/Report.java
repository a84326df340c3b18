package com.avonsolutions.bench;

import com.avonsolutions.sandbox.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the generated sections of docs/performance.md. A section is what stands between {@code
 * <!-- NAME -->} and {@code <!-- /NAME -->}; people write the rest.
 */
public final class Report {
  private static final Path PAGE = Project.root().resolve("docs/performance.md");

  private Report() {}

  /**
   * Replaces a section with new results.
   *
   * @param section the name of the make target that writes it, e.g. {@code bench-cold}
   * @param markdown without machine and date, which this adds
   */
  public static void write(String section, Machine machine, String markdown) {
    System.out.println(markdown);
    try {
      Files.writeString(
          PAGE,
          replaceSection(
              Files.readString(PAGE), section, markdown.strip() + "\n\n" + machine.note()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("Written to docs/performance.md, section " + section);
  }

  static String replaceSection(String page, String section, String content) {
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
