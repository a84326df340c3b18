package com.avonsolutions.web.form;

import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

/** Reads the fields of a request's body by its content type. */
public final class FormReader {
  /**
   * More than any honest form sends. The page that shows the form again has to stay below Lambda's
   * 6 MB, and escaping makes a text up to five times as long.
   */
  public static final int MAX_MEGABYTES = 1;

  private FormReader() {}

  /**
   * Reads the body of one of our own forms.
   *
   * @param known the names of the form's fields
   * @throws HttpException 400 for a malformed body, 413 for one above {@link #MAX_MEGABYTES}, 415
   *     for an unsupported content type
   * @throws com.avonsolutions.domain.submission.InvalidSubmissionException for a file, or for a
   *     known field that is a list or an object
   */
  public static Fields read(Request request, Set<String> known) {
    return read(
        request, Fields.Builder.rejectingRepeats(), body -> KnownJsonFields.parse(body, known));
  }

  /**
   * Reads every field of a form that is not ours. The values of a repeated field or a list are
   * joined with commas. A field of a JSON object gets the object's name and a full stop as prefix.
   *
   * @throws HttpException as {@link #read}
   * @throws com.avonsolutions.domain.submission.InvalidSubmissionException for a file
   */
  public static Fields readAny(Request request) {
    return read(request, Fields.Builder.joiningRepeats(), AnyJsonFields::parse);
  }

  private static Fields read(
      Request request, Fields.Builder fields, Function<byte[], Fields> jsonReader) {
    if (request.body().length > MAX_MEGABYTES * 1024 * 1024) {
      throw HttpException.tooLarge(
          "This is more than %d MB. Please shorten your text.".formatted(MAX_MEGABYTES));
    }
    String contentType = request.header("content-type").orElse("");
    String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    return switch (mediaType) {
      case "application/x-www-form-urlencoded" -> UrlEncodedFields.parse(request.body(), fields);
      case "multipart/form-data" -> Multipart.parse(contentType, request.body(), fields);
      case "application/json" -> jsonReader.apply(request.body());
      default ->
          throw HttpException.unsupportedMediaType(
              "Send a form (urlencoded or multipart) or JSON.");
    };
  }
}
