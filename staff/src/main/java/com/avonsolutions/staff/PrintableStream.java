package com.avonsolutions.staff;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.text.Unicode;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * Prints what others wrote as text only: a control character in it would move the cursor, rename
 * the window or recolour the terminal of who reads it.
 */
final class PrintableStream extends PrintStream {
  PrintableStream(PrintStream terminal) {
    super(terminal, true, UTF_8);
  }

  /** All other methods that print a text or an object end here. */
  @Override
  public void print(@Nullable String text) {
    super.print(Unicode.printable(String.valueOf(text)));
  }
}
