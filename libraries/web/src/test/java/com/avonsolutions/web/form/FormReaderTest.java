package com.avonsolutions.web.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import com.avonsolutions.web.http.Requests;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
  private static final Set<String> KNOWN = Set.of("a");
  private static final int MAX_BYTES = 1024 * 1024;
  private static final String[] TYPES = {
    "application/x-www-form-urlencoded", "multipart/form-data; boundary=B", "application/json"
  };

  /** What lets a reader read on. */
  private static final Map<String, List<String>> STARTS =
      Map.of(
          "multipart/form-data; boundary=B", List.of("", "--B\r\n"),
          "application/json", List.of("", "{\"a\":\"", "{\"x\":"));

  /** Pieces with a meaning in at least one of the formats. */
  private static final String[] PIECES = {
    "--B",
    "\r\n",
    "\r\n\r\n",
    "--",
    "\r\n--B\r\n",
    "\r\n--B--",
    "Content-Disposition: form-data",
    "; name=",
    "\"a\"",
    "; filename=",
    "\"",
    "=",
    "&",
    "%",
    "%41",
    "%f0%9f",
    "+",
    "a",
    "a=b",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "{\"a\":",
    "\"\\ud83d\"",
    "\\u0061",
    "null",
    "true",
    "-1e9",
    "\\",
    "é",
    "😀",
    "\u0000"
  };

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "application/x-www-form-urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=UTF-8",
        "Application/X-WWW-Form-Urlencoded",
        " application/x-www-form-urlencoded ",
      })
  void read_shouldRecogniseTheType_inEverySpelling(String type) {
    assertThat(FormReader.read(request(type, "a=b".getBytes(UTF_8)), KNOWN).all())
        .isEqualTo(Map.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "text/plain", "application/xml", "application/jsonx", "multipart/mixed", ";"})
  void read_shouldReject_whenTheTypeIsUnsupported(String type) {
    assertStatus(415, request(type, "a=b".getBytes(UTF_8)));
  }

  @Test
  void read_shouldReject_whenTheTypeIsMissing() {
    assertStatus(415, Requests.of("POST", "/contact", "a=b".getBytes(UTF_8)));
  }

  @Test
  void read_shouldAcceptOneMebibyteAndRejectMore() {
    byte[] largest = ("a=" + "x".repeat(MAX_BYTES - 2)).getBytes(UTF_8);
    byte[] more = ("a=" + "x".repeat(MAX_BYTES - 1)).getBytes(UTF_8);

    assertThat(FormReader.read(request(TYPES[0], largest), KNOWN).typed("a"))
        .hasSize(MAX_BYTES - 2);
    assertStatus(413, request(TYPES[0], more));
  }

  @Test
  void fields_shouldTreatBlanksAsEmpty() {
    Fields fields =
        FormReader.read(
            request(TYPES[0], "a=+x+&b=+&c=&yes=on&also=true&no=off&nor=false".getBytes(UTF_8)),
            KNOWN);

    assertThat(fields.typed("a")).isEqualTo("x");
    assertThat(fields.text("a")).contains(" x ");
    assertThat(fields.text("b")).isEmpty();
    assertThat(fields.text("c")).isEmpty();
    assertThat(fields.typed("missing")).isEmpty();
    assertThat(fields.ticked("yes")).isTrue();
    assertThat(fields.ticked("also")).isTrue();
    assertThat(fields.ticked("no")).isFalse();
    assertThat(fields.ticked("nor")).isFalse();
    assertThat(fields.ticked("missing")).isFalse();
  }

  @Test
  void read_shouldReturnFieldsOrReject_forRandomBytes() {
    int read = 0;
    int rejected = 0;
    for (int seed = 0; seed < 30_000; seed++) {
      Random random = new Random(seed);
      Request request = request(TYPES[seed % TYPES.length], body(random));
      try {
        FormReader.read(request, KNOWN);
        read++;
      } catch (HttpException | InvalidSubmissionException e) {
        rejected++;
      } catch (RuntimeException | StackOverflowError e) {
        throw new AssertionError("seed " + seed, e);
      }
    }
    // If all bodies were rejected, only the first check would be tested.
    assertThat(read).isGreaterThan(500);
    assertThat(rejected).isGreaterThan(500);
  }

  @Test
  @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void read_shouldFinishInTime_whenTheLargestBodyRepeatsACostlyPiece() {
    for (String piece : PIECES) {
      for (String type : TYPES) {
        for (String start : STARTS.getOrDefault(type, List.of(""))) {
          byte[] body =
              (start + piece.repeat((MAX_BYTES - start.length()) / piece.getBytes(UTF_8).length))
                  .getBytes(UTF_8);
          try {
            assertThat(FormReader.read(request(type, body), KNOWN).all()).hasSizeLessThan(201);
          } catch (HttpException | InvalidSubmissionException e) {
            assertThat(e).hasMessageNotContaining(piece.repeat(20));
          }
        }
      }
    }
  }

  private static byte[] body(Random random) {
    if (random.nextInt(10) == 0) {
      byte[] bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      return bytes;
    }
    StringBuilder text = new StringBuilder();
    if (random.nextInt(3) == 0) {
      text.append(
          new String[] {"a=1&", "{\"a\":1,", "--B\r\nContent-Disposition: form-data; name=\"a\""}
              [random.nextInt(3)]);
    }
    for (int i = random.nextInt(12); i > 0; i--) {
      text.append(PIECES[random.nextInt(PIECES.length)]);
    }
    byte[] bytes = text.toString().getBytes(UTF_8);
    if (bytes.length > 0 && random.nextInt(5) == 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
    }
    return bytes;
  }

  private static Request request(String type, byte[] body) {
    return Requests.of("POST", "/contact", body, "content-type", type);
  }

  private static void assertStatus(int status, Request request) {
    assertThatThrownBy(() -> FormReader.read(request, KNOWN))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(status));
  }
}
