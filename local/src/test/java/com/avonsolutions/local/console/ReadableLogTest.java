package com.avonsolutions.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.avonsolutions.local.overview.IndiaTime;
import com.avonsolutions.local.overview.Invocation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableLogTest {
  private static final Style PLAIN = new Style(false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /notes?name=Asha             | GET /notes            | GET /notes
          GET /faqs/how-much               | GET /faqs/{slug}      | GET /faqs/how-much
          POST /hooks/indiamart/TOKEN      | POST /hooks/indiamart/{token} | POST /hooks/indiamart/{token}
          POST /Hooks/indiamart/TOKEN/     | $default              | $default
          GET /\u001b[31m\u00e9            | $default              | GET /?[31m?
          records of the stream            | LeadsTable            | LeadsTable
          """)
  void invocation_shouldBeOneLine_withoutQueryAndToken(
      String request, String source, String printed) {
    Invocation invocation =
        new Invocation(
            Instant.parse("2026-11-30T12:35:30Z"), "NotesFunction", source, request, 404, 7, true);

    assertThat(new InvocationLine(invocation, new IndiaTime(Clock.systemUTC()), PLAIN).toString())
        .isEqualTo("18:05:30 404  %-40s NotesFunction 7 ms cold".formatted(printed));
  }

  @Test
  void line_shouldBeReadable_whenAFunctionFails() {
    assertThat(
            printed(
                """
                {"timestamp":"2026-11-30T12:35:30Z","level":"ERROR","requestId":"1","route":"GET /notes","failure":"java.io.IOException","message":"Broken pipe","causes":["a.B","a.C: refused"],"at":["a.C.d(C.java:1)","a.E.f(E.java:2)"]}
                """))
        .isEqualTo(
            """
                ERROR NotesFunction  GET /notes: java.io.IOException: Broken pipe
                because of a.B
                because of a.C: refused
                at a.C.d(C.java:1)
                at a.E.f(E.java:2)
            """);
  }

  @Test
  void line_shouldBeLeftOut_whenItRepeatsTheInvocation() {
    assertThat(
            printed(
                """
                {"level":"INFO","requestId":"1","route":"GET /notes","status":200,"millis":3,"cold":false}
                {"level":"INFO","requestId":"1","records":3,"failed":0,"millis":3,"cold":false}
                """))
        .isEmpty();
  }

  @Test
  void line_shouldNameTheFunction_whenALibraryWarns() {
    assertThat(printed("WARN io.Netty - slow\n\tat a.B.c(B.java:1)\n{no json\n"))
        .isEqualTo(
            """
                WARN  NotesFunction  io.Netty - slow
                \tat a.B.c(B.java:1)
                {no json
            """);
  }

  @Test
  void line_shouldPass_whenTheServerWritesIt() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    new ReadableLog(thread -> Optional.empty())
        .readable(new PrintStream(out, true, UTF_8))
        .println("{\"status\":200}");

    assertThat(out.toString(UTF_8)).isEqualToNormalizingNewlines("{\"status\":200}\n");
  }

  @Test
  void style_shouldColour_onlyInATerminal() {
    assertThat(new Style(true).bad("500")).isEqualTo("\u001b[31m500\u001b[0m");
    assertThat(PLAIN.bad("500")).isEqualTo("500");
  }

  private static String printed(String lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ReadableLog log = new ReadableLog(thread -> Optional.of("NotesFunction"));
    log.readable(new PrintStream(out, true, UTF_8)).print(lines);
    return out.toString(UTF_8).replace(System.lineSeparator(), "\n");
  }
}
