package com.avonsolutions.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.overview.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes logs readable. What the thread of a function writes to standard output and standard error
 * is rendered; everything else passes as it is.
 */
public final class ReadableLog implements Consumer<Invocation> {
  private final Style style = Style.ofTerminal();
  private final IndiaTime time = new IndiaTime(Clock.systemUTC());
  private final Function<Thread, Optional<String>> functionOf;

  /**
   * Renders nothing yet.
   *
   * @param functionOf the name of the function that a thread belongs to
   */
  public ReadableLog(Function<Thread, Optional<String>> functionOf) {
    this.functionOf = functionOf;
  }

  /** Takes over standard output and standard error. */
  public void install() {
    System.setOut(readable(System.out));
    System.setErr(readable(System.err));
  }

  @Override
  public void accept(Invocation invocation) {
    System.out.println(new InvocationLine(invocation, time, style));
  }

  PrintStream readable(PrintStream plain) {
    return new PrintStream(new Lines(plain), true, UTF_8);
  }

  /** Used under the lock of its stream, which holds it while a line is written. */
  private final class Lines extends OutputStream {
    private final PrintStream plain;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(PrintStream plain) {
      this.plain = plain;
    }

    @Override
    public void write(int b) {
      if (b == '\n') {
        print(line.toString(UTF_8).stripTrailing());
        line.reset();
      } else {
        line.write(b);
      }
    }

    private void print(String text) {
      Optional<String> function = functionOf.apply(Thread.currentThread());
      if (function.isEmpty()) {
        plain.println(text);
      } else {
        new FunctionLine(function.get(), text, style).readable().ifPresent(plain::println);
      }
    }
  }
}
