package com.avonsolutions.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a section of docs/performance.md that a program elsewhere has measured. */
public final class WriteSection {

  private WriteSection() {}

  /** Takes the section and the file with its Markdown. */
  public static void main(String[] arguments) throws IOException {
    Report.write(arguments[0], Machine.look(), Files.readString(Path.of(arguments[1])));
  }
}
