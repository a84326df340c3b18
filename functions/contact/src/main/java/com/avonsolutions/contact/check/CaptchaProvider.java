package com.avonsolutions.contact.check;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * The providers of captchas. All verify a token by a posted form and answer in JSON.
 *
 * @see <a
 *     href="https://developers.cloudflare.com/turnstile/get-started/server-side-validation/">Turnstile</a>
 * @see <a href="https://docs.hcaptcha.com/#verify-the-user-response-server-side">hCaptcha</a>
 * @see <a href="https://developers.google.com/recaptcha/docs/verify">reCAPTCHA</a>
 */
enum CaptchaProvider {
  TURNSTILE(
      "turnstile",
      "https://challenges.cloudflare.com/turnstile/v0/siteverify",
      "cf-turnstile-response"),
  HCAPTCHA("hcaptcha", "https://api.hcaptcha.com/siteverify", "h-captcha-response"),
  RECAPTCHA("recaptcha", "https://www.google.com/recaptcha/api/siteverify", "g-recaptcha-response");

  /** Error codes of a token that the widget did not make. */
  static final Set<String> FORGED = Set.of("invalid-input-response", "missing-input-response");

  /** Error codes of a token that is too old or used: it is valid for minutes and for one check. */
  static final Set<String> EXPIRED =
      Set.of("timeout-or-duplicate", "invalid-or-already-seen-response", "already-seen-response");

  private final String code;
  private final String address;
  private final String field;

  CaptchaProvider(String code, String address, String field) {
    this.code = code;
    this.address = address;
    this.field = field;
  }

  /** Its name in settings and in spam reasons. */
  String code() {
    return code;
  }

  String address() {
    return address;
  }

  /** The form field that holds the token. */
  String field() {
    return field;
  }

  static Optional<CaptchaProvider> of(String code) {
    return Arrays.stream(values()).filter(provider -> provider.code.equals(code)).findFirst();
  }
}
