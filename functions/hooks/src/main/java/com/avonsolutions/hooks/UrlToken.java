package com.avonsolutions.hooks;

import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;

/** A secret in the URL, for platforms that sign nothing. */
public final class UrlToken {

  private UrlToken() {}

  /**
   * Checks the token of a request.
   *
   * @param name of the secret
   * @throws HttpException 404 unless the token matches
   */
  public static void check(Request request, Secrets secrets, String name) {
    if (!secrets.matches(name, request.pathParameter("token"))) {
      throw HttpException.notFound();
    }
  }
}
