package com.avonsolutions.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;

/** Captures what a command prints. */
public final class CapturedOutput {

  @FunctionalInterface
  public interface Command {
    void run() throws Exception;
  }

  private CapturedOutput() {}

  /**
   * The lines that this thread prints. Other threads, such as a site that logs, print as before.
   */
  public static List<String> lines(Command command) throws Exception {
    PrintStream before = System.out;
    Thread owner = Thread.currentThread();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    OutputStream byThread =
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
    System.setOut(new PrintStream(byThread, true, UTF_8));
    try {
      command.run();
    } finally {
      System.setOut(before);
    }
    return printed.toString(UTF_8).lines().toList();
  }
}
