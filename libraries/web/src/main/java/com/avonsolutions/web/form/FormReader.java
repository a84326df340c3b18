package com.avonsolutions.web.form;

import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the fields of a request's body by its content type. */
public final class FormReader {
  /**
   * More than any honest form sends, and little enough that the typed text fits into the form that
   * goes back: escaped it may be five times as long, and Lambda answers with 6 MB at most.
   */
  private static final int LARGEST = 1024 * 1024;

  private FormReader() {}

  /**
   * Reads the body.
   *
   * @param known the names that mean something here
   * @throws HttpException 400 for a broken body, 413 for one above 1 MiB, 415 for another content
   *     type
   * @throws com.avonsolutions.domain.submission.InvalidSubmissionException for a file, or for a
   *     known field that is a list or an object
   */
  public static Fields read(Request request, Set<String> known) {
    return read(request, Fields.Builder.ofOurs(), body -> KnownJsonFields.parse(body, known));
  }

  /**
   * Reads the body of a form that somebody else made, every field of it. Fields that stand several
   * times, and lists, become one text parted by commas; objects of JSON give their fields with the
   * object's name and a full stop before them.
   *
   * @throws HttpException as {@link #read}
   * @throws com.avonsolutions.domain.submission.InvalidSubmissionException for a file
   */
  public static Fields readAny(Request request) {
    return read(request, Fields.Builder.ofAny(), AnyJsonFields::parse);
  }

  private static Fields read(
      Request request, Fields.Builder fields, Function<byte[], Fields> jsonReader) {
    if (request.body().length > LARGEST) {
      throw HttpException.tooLarge("This is more than 1 MB. Please shorten your text.");
    }
    String contentType = request.header("content-type").orElse("");
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/x-www-form-urlencoded" -> UrlEncoded.parse(request.body(), fields);
      case "multipart/form-data" -> Multipart.parse(contentType, request.body(), fields);
      case "application/json" -> jsonReader.apply(request.body());
      default ->
          throw HttpException.unsupportedMediaType(
              "Send a form (urlencoded or multipart) or JSON.");
    };
  }
}
