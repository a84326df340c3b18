package com.avonsolutions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a section of docs/performance.md from a file that another program wrote. */
public final class WriteSection {

  private WriteSection() {}

  /**
   * Writes the section.
   *
   * @param arguments the section's name and the file with its Markdown
   */
  public static void main(String[] arguments) throws IOException {
    Report.write(arguments[0], Machine.inspect(), Files.readString(Path.of(arguments[1])));
  }
}
