package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.UrlEncoded;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} by RFC 7578. A file is a violation of its field, because no
 * form accepts files.
 */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile(
          "[;\\s]boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("[;\\s]name=(?:\"([^\"]*)\"|([^\\s;\"]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME =
      Pattern.compile("[;\\s]filename\\*?=(?!\"\")", Pattern.CASE_INSENSITIVE);
  private static final byte[] END = {'-', '-'};
  private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

  private Multipart() {}

  static Fields parse(String contentType, byte[] body, Fields.Builder fields) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw HttpException.badRequest("The multipart boundary is missing.");
    }
    String token = quotedOrNot(boundary);
    byte[] delimiter = ("\r\n--" + token).getBytes(StandardCharsets.ISO_8859_1);
    int at = afterFirst(delimiter, body);
    while (!startsWith(body, at, END)) {
      int headerStart = indexOf(body, new byte[] {'\r', '\n'}, at);
      int headerEnd = headerStart < 0 ? -1 : indexOf(body, HEADER_END, headerStart);
      int next = headerEnd < 0 ? -1 : indexOf(body, delimiter, headerStart);
      // Headers without an end would run into the next part.
      if (next < headerEnd + 2) {
        throw malformed();
      }
      addPart(
          fields,
          UrlEncoded.utf8(Arrays.copyOfRange(body, headerStart, headerEnd)),
          Arrays.copyOfRange(body, Math.min(headerEnd + HEADER_END.length, next), next));
      at = next + delimiter.length;
    }
    return fields.build();
  }

  private static void addPart(Fields.Builder fields, String headers, byte[] content) {
    String disposition =
        headers
            .lines()
            .filter(line -> line.regionMatches(true, 0, "content-disposition:", 0, 20))
            .findFirst()
            .orElseThrow(Multipart::malformed);
    Matcher found = NAME.matcher(disposition);
    if (!found.find()) {
      throw malformed();
    }
    String name = quotedOrNot(found);
    if (FILE_NAME.matcher(disposition).find()) {
      throw new InvalidSubmissionException(
          List.of(
              new Violation(
                  Fields.shortName(name), "This form takes no files. Send a link instead.")));
    }
    fields.add(name, UrlEncoded.utf8(content));
  }

  private static String quotedOrNot(Matcher value) {
    return Optional.ofNullable(value.group(1)).orElseGet(() -> value.group(2));
  }

  /** The first delimiter may be at the start of the body, without a line break before it. */
  private static int afterFirst(byte[] delimiter, byte[] body) {
    int withoutBreak = delimiter.length - 2;
    if (startsWith(body, 0, Arrays.copyOfRange(delimiter, 2, delimiter.length))) {
      return withoutBreak;
    }
    int at = indexOf(body, delimiter, 0);
    if (at < 0) {
      throw malformed();
    }
    return at + delimiter.length;
  }

  private static HttpException malformed() {
    return HttpException.badRequest("The multipart body is cut off or broken.");
  }

  private static boolean startsWith(byte[] body, int at, byte[] wanted) {
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (body[i] == wanted[0] && startsWith(body, i, wanted)) {
        return i;
      }
    }
    return -1;
  }
}
