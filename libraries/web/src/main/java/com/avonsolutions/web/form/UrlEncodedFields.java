package com.avonsolutions.web.form;

import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.UrlEncoded;

/** The fields of an {@code application/x-www-form-urlencoded} body. */
public final class UrlEncodedFields {

  private UrlEncodedFields() {}

  /**
   * Reads fields.
   *
   * @throws HttpException 400 when the encoding is malformed or a field is repeated
   */
  public static Fields parse(byte[] body) {
    return parse(body, Fields.Builder.rejectingRepeats());
  }

  static Fields parse(byte[] body, Fields.Builder fields) {
    UrlEncoded.forEach(body, fields::add);
    return fields.build();
  }
}
