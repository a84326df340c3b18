package com.avonsolutions.domain.form;

import com.avonsolutions.domain.lead.Service;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A form somewhere else whose leads are ours: on a landing page, another domain, or a system that
 * sends webhooks.
 *
 * @param name names it in {@code /f/{form}} and {@code /hooks/in/{form}}; see {@link #isName}
 * @param title what staff call it
 * @param origins of the pages that may post it from a browser, as browsers write them: {@code
 *     https://offers.example.com}
 * @param redirectHosts to which a submission may ask to be sent on
 * @param thanks where a browser goes when the submission does not say; empty means our own page
 * @param service what its leads ask about when they do not say
 * @param consentRequired whether the form has a box that must be ticked; a form that says beside
 *     its button what happens has none
 * @param consentVersion names the wording that stands in the form
 * @param secret name of the secret that signs its webhooks, see {@link
 *     com.avonsolutions.domain.secret.Secrets}; without one {@code /hooks/in/{form}} takes nothing
 * @param notice e-mail address that is told of each lead
 */
public record Form(
    String name,
    String title,
    Set<String> origins,
    Set<String> redirectHosts,
    Optional<String> thanks,
    Optional<Service> service,
    boolean consentRequired,
    String consentVersion,
    Optional<String> secret,
    Optional<String> notice) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");

  public Form {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "A form's name is 1 to 50 lower-case letters, digits and hyphens");
    }
    origins = Set.copyOf(origins);
    redirectHosts = Set.copyOf(redirectHosts);
  }

  /**
   * The address that a submission asks to be sent on to, if it is one of {@link #redirectHosts}.
   * Any other would make our address a way of leading people astray.
   */
  public Optional<String> allowedNext(String address) {
    try {
      URI uri = new URI(address);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      String scheme = host.equals("localhost") ? "http" : "https";
      return scheme.equals(uri.getScheme()) && redirectHosts.contains(host)
          ? Optional.of(uri.toASCIIString())
          : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The origin of a whole address; nothing for a path of ours. */
  public static Optional<String> originOf(String address) {
    URI uri = URI.create(address);
    return Optional.ofNullable(uri.getAuthority())
        .map(authority -> uri.getScheme() + "://" + authority);
  }

  /** Whether a text can name a form: 1 to 50 of a-z, 0-9 and hyphens, no hyphen first. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
