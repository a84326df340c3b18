package com.avonsolutions.web.form;

import com.avonsolutions.domain.submission.InvalidSubmissionException;
import com.avonsolutions.domain.submission.Violation;
import com.avonsolutions.web.HttpException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code multipart/form-data} as of RFC 7578. Our forms take no files, so a part with a file
 * in it is refused by its field's name.
 */
final class Multipart {
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
  private static final Pattern NAME =
      Pattern.compile("(?:^|[;\\s])name=\"([^\"]*)\"", Pattern.CASE_INSENSITIVE);
  private static final Pattern FILE_NAME =
      Pattern.compile("(?:^|[;\\s])filename\\*?=(?!\"\")", Pattern.CASE_INSENSITIVE);
  private static final byte[] HEADER_END = {'\r', '\n', '\r', '\n'};

  private Multipart() {}

  static Fields parse(String contentType, byte[] body) {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) {
      throw HttpException.badRequest("The multipart boundary is missing.");
    }
    String token = Optional.ofNullable(boundary.group(1)).orElseGet(() -> boundary.group(2));
    byte[] delimiter = ("\r\n--" + token).getBytes(StandardCharsets.ISO_8859_1);
    // The first delimiter may stand at the very start, without the line break before it.
    byte[] first = Arrays.copyOfRange(delimiter, 2, delimiter.length);
    int at = indexOf(body, first, 0);
    if (at < 0) {
      throw broken();
    }
    at += first.length;
    Fields.Builder fields = new Fields.Builder();
    while (!startsWith(body, at, "--")) {
      int headerStart = indexOf(body, new byte[] {'\r', '\n'}, at);
      int headerEnd = headerStart < 0 ? -1 : indexOf(body, HEADER_END, headerStart);
      int next = headerEnd < 0 ? -1 : indexOf(body, delimiter, headerEnd + 2);
      if (next < 0) {
        throw broken();
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
            .orElseThrow(Multipart::broken);
    Matcher name = NAME.matcher(disposition);
    if (!name.find()) {
      throw broken();
    }
    if (FILE_NAME.matcher(disposition).find()) {
      throw new InvalidSubmissionException(
          List.of(new Violation(name.group(1), "This form takes no files. Send a link instead.")));
    }
    fields.add(name.group(1), UrlEncoded.utf8(content));
  }

  private static HttpException broken() {
    return HttpException.badRequest("The multipart body is cut off or broken.");
  }

  private static boolean startsWith(byte[] body, int at, String text) {
    byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
    return at + wanted.length <= body.length
        && Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length);
  }

  private static int indexOf(byte[] body, byte[] wanted, int from) {
    for (int i = from; i <= body.length - wanted.length; i++) {
      if (Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
        return i;
      }
    }
    return -1;
  }
}
