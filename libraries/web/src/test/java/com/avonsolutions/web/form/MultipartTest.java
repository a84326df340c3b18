package com.avonsolutions.web.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.http.HttpException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultipartTest {
  private static final String TYPE = "multipart/form-data; boundary=AaB03x";
  private static final String NAME = "Content-Disposition: form-data; name=";

  @Test
  void parse_shouldReadAllFields() {
    assertThat(
            parse(
                    "--AaB03x|"
                        + NAME
                        + "\"name\"||Asha|--AaB03x|"
                        + NAME
                        + "\"message\"||Hello|--AaB03x--|")
                .all())
        .isEqualTo(Map.of("name", "Asha", "message", "Hello"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data; boundary=AaB03x",
        "multipart/form-data;boundary=AaB03x",
        "multipart/form-data; boundary=\"AaB03x\"",
        "Multipart/Form-Data; Boundary=AaB03x",
        "multipart/form-data; charset=utf-8; boundary=AaB03x",
        "multipart/form-data; boundary=AaB03x; charset=utf-8",
        "multipart/form-data; xboundary=wrong; boundary=AaB03x",
      })
  void parse_shouldFindTheBoundary_inEverySpelling(String type) {
    String body = "--AaB03x|" + NAME + "\"a\"||b|--AaB03x--|";
    assertThat(parse(type, crLf(body)).all()).isEqualTo(Map.of("a", "b"));
  }

  @Test
  void parse_shouldAcceptBlanksInAQuotedBoundary() {
    String body = "--two words|" + NAME + "\"a\"||b|--two words--";
    assertThat(parse("multipart/form-data; boundary=\"two words\"", crLf(body)).all())
        .isEqualTo(Map.of("a", "b"));
  }

  @Test
  void parse_shouldSkipPreambleEpilogueAndPadding() {
    assertThat(
            parse(
                    "a preamble that names --AaB03x-- inside a line|--AaB03x  |"
                        + NAME
                        + "\"a\"||b|--AaB03x--|an epilogue|--AaB03x|")
                .all())
        .isEqualTo(Map.of("a", "b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one|two|",
        "|",
        "||",
        "x --AaB03x inside",
        "-AaB03x|--AaB03",
        "--",
        "a|-",
        "x--AaB03x--|y"
      })
  void parse_shouldKeepEveryByteOfAValue(String value) {
    assertThat(parse("--AaB03x|" + NAME + "\"a\"||" + value + "|--AaB03x--").all())
        .isEqualTo(Map.of("a", value.replace("|", "\r\n")));
  }

  @Test
  void parse_shouldReadUtf8AndOtherHeaders() {
    assertThat(
            parse(
                    "--AaB03x|content-type: text/plain; charset=utf-8|CONTENT-DISPOSITION:"
                        + " form-data; NAME=\"पता\"||आशा|--AaB03x--")
                .all())
        .isEqualTo(Map.of("पता", "आशा"));
  }

  @Test
  void parse_shouldReadNamesWithoutQuotes_asSomeClientLibrariesSendThem() {
    assertThat(
            parse(
                    "--AaB03x|"
                        + NAME
                        + "phone||9876543210|--AaB03x|"
                        + NAME
                        + "email; x=y||a@example.com|--AaB03x--")
                .all())
        .isEqualTo(Map.of("phone", "9876543210", "email", "a@example.com"));
  }

  @Test
  void parse_shouldReadAnEmptyValue() {
    assertThat(parse("--AaB03x|" + NAME + "\"a\"|||--AaB03x--").all()).isEqualTo(Map.of("a", ""));
    assertThat(parse("--AaB03x|" + NAME + "\"a\"||--AaB03x--").all()).isEqualTo(Map.of("a", ""));
  }

  @Test
  void parse_shouldFindNoFields_whenThereAreNoParts() {
    assertThat(parse("--AaB03x--|").all()).isEmpty();
  }

  @Test
  void parse_shouldReadAnEmptyFileFieldAsAnEmptyText() {
    assertThat(
            parse(
                    "--AaB03x|"
                        + NAME
                        + "\"cv\"; filename=\"\"|Content-Type: application/octet-stream|||--AaB03x--")
                .all())
        .isEqualTo(Map.of("cv", ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"cv\"; filename=\"cv.pdf\"",
        "\"cv\"; filename=cv.pdf",
        "\"cv\";filename=\"cv.pdf\"",
        "\"cv\"; filename*=UTF-8''cv.pdf",
        "\"cv\"; FileName=\"cv.pdf\"",
      })
  void parse_shouldNameTheField_whenItHoldsAFile(String disposition) {
    assertThatThrownBy(() -> parse("--AaB03x|" + NAME + disposition + "||x|--AaB03x--"))
        .isInstanceOfSatisfying(
            InvalidSubmissionException.class,
            e -> assertThat(e.violations()).extracting(Violation::field).containsExactly("cv"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no delimiter at all",
        "x--AaB03x|Content-Disposition: form-data; name=\"a\"||b",
        "--AaB03x",
        "--AaB03x|",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"||b",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"||b|--AaB03x",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"||b|--AaB03x|",
        "--AaB03x|Content-Disposition: form-data||b|--AaB03x--",
        "--AaB03x|Content-Disposition: form-data; filename=\"name=\"||b|--AaB03x--",
        "--AaB03x|Content-Type: text/plain||b|--AaB03x--",
        "--AaB03x|||b|--AaB03x--",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"||1|--AaB03x|Content-Disposition:"
            + " form-data; name=\"a\"||2|--AaB03x--",
        "--AaB03x|Content-Disposition: form-data; name=\"a\"|--AaB03x|Content-Disposition:"
            + " form-data; name=\"b\"||2|--AaB03x--",
      })
  void parse_shouldReject_whenTheBodyIsMalformed(String body) {
    assertBadRequest(TYPE, crLf(body));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; xboundary=AaB03x",
      })
  void parse_shouldReject_whenTheBoundaryIsMissing(String type) {
    assertBadRequest(type, crLf("--AaB03x|" + NAME + "\"a\"||b|--AaB03x--"));
  }

  @Test
  void parse_shouldReject_whenTheTextIsNotUtf8() {
    assertBadRequest(
        TYPE, ("--AaB03x\r\n" + NAME + "\"a\"\r\n\r\n\u00e9\r\n--AaB03x--").getBytes(ISO_8859_1));
  }

  private static Fields parse(String body) {
    return parse(TYPE, crLf(body));
  }

  /** Replaces bars with line breaks. */
  private static byte[] crLf(String body) {
    return body.replace("|", "\r\n").getBytes(UTF_8);
  }

  private static void assertBadRequest(String type, byte[] body) {
    assertThatThrownBy(() -> parse(type, body))
        .isInstanceOfSatisfying(HttpException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  private static Fields parse(String type, byte[] body) {
    return Multipart.parse(type, body, Fields.Builder.rejectingRepeats());
  }
}
