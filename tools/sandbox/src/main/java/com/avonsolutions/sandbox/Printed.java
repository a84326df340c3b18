package com.avonsolutions.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** What a command prints. */
public final class Printed {

  /** Something that prints and may fail. */
  @FunctionalInterface
  public interface Printing {
    void run() throws Exception;
  }

  private Printed() {}

  /** The lines that this thread prints. What a site logs meanwhile goes where it went before. */
  public static List<String> lines(Printing printing) throws Exception {
    PrintStream before = System.out;
    Thread owner = Thread.currentThread();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    OutputStream parted =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            target().write(new byte[] {(byte) value}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int count) throws IOException {
            target().write(bytes, from, count);
          }

          private OutputStream target() {
            return Thread.currentThread() == owner ? printed : before;
          }
        };
    System.setOut(new PrintStream(parted, true, UTF_8));
    try {
      printing.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).lines().toList();
  }
}
