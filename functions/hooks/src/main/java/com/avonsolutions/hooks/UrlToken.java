package com.avonsolutions.hooks;

import com.avonsolutions.domain.secret.Secrets;
import com.avonsolutions.web.http.HttpException;
import com.avonsolutions.web.http.Request;

/** A secret in the address, for platforms that sign nothing. */
public final class UrlToken {

  private UrlToken() {}

  /**
   * Goes on only for who knows the address.
   *
   * @param name of the secret
   * @throws HttpException 404, as at any address that does not exist
   */
  public static void check(Request request, Secrets secrets, String name) {
    if (!secrets.matches(name, request.pathParameter("token"))) {
      throw HttpException.notFound();
    }
  }
}
