package com.avonsolutions.web.page;

import com.avonsolutions.text.Sha256;
import com.avonsolutions.web.http.Response;
import com.avonsolutions.web.templates.StaticTemplates;
import com.avonsolutions.web.templates.Templates;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Renders a page: its content in the layout, with its content security policy. */
@Singleton
public final class PageRenderer {
  private final Site site;
  private final Templates templates = new StaticTemplates();
  private final String policy;

  PageRenderer(Site site) {
    this.site = site;
    this.policy = policy(site.stylesheet(), "'none'", "'self'");
  }

  /** Templates that several functions use. */
  public Templates templates() {
    return templates;
  }

  public Site site() {
    return site;
  }

  public String html(Head head, Content body) {
    return templates.layout(site, head, body).render();
  }

  public Response page(int status, Head head, Content body) {
    return Response.text(status, "text/html; charset=utf-8", html(head, body))
        .with("content-security-policy", policy);
  }

  public String policy() {
    return policy;
  }

  /** The policy of a page with a frame of another origin. */
  public String policyWithFrame(String origin) {
    return policy(site.stylesheet(), origin, "'self'");
  }

  /**
   * The policy of a page whose form is redirected to another origin after it is posted. Browsers
   * apply {@code form-action} to the redirect too.
   */
  public String policyWithFormLeadingTo(String origin) {
    return policy(site.stylesheet(), "'none'", "'self' " + origin);
  }

  /** Allows only the inlined stylesheet, and scripts, images and requests of this site. */
  private static String policy(String stylesheet, String frames, String forms) {
    return "default-src 'none'; style-src 'sha256-"
        + sha256(stylesheet)
        + "'; script-src 'self'; img-src 'self' data:; manifest-src 'self'; connect-src 'self'; frame-src "
        + frames
        + "; form-action "
        + forms
        + "; base-uri 'none'; frame-ancestors 'none'";
  }

  private static String sha256(String text) {
    byte[] hash = Sha256.hash(text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder().encodeToString(hash);
  }
}
