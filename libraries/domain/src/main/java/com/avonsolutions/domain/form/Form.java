package com.avonsolutions.domain.form;

import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Service;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A form of another site that posts its leads to us: a landing page, a page on another domain, or a
 * system that sends webhooks.
 *
 * @param name the last part of its addresses {@code /f/{form}} and {@code /hooks/in/{form}}; see
 *     {@link #isName}
 * @param title for staff
 * @param origins of the pages that may post it from a browser, in the form of the {@code Origin}
 *     header: {@code https://offers.example.com}
 * @param redirectHosts hosts to which a submission may ask to be redirected
 * @param thanks where a browser is redirected if the submission does not say; empty means our page
 * @param service of leads that do not name one
 * @param consentRequired whether the form has a box that must be ticked; false if the form states
 *     beside its button what happens with the data
 * @param words that the form shows for consent; their hash is known if its file has them
 * @param secret the name of the secret that signs its webhooks, see {@link
 *     com.avonsolutions.domain.secret.Secrets}; without one {@code /hooks/in/{form}} accepts
 *     nothing
 * @param notice e-mail address that gets a notice of each lead
 */
public record Form(
    String name,
    String title,
    Set<String> origins,
    Set<String> redirectHosts,
    Optional<String> thanks,
    Optional<Service> service,
    boolean consentRequired,
    ShownWords words,
    Optional<String> secret,
    Optional<String> notice) {
  /** Of more characters no browser's address is; a header that holds one has a limit. */
  private static final int MAX_ADDRESS_LENGTH = 2_000;

  private static final String UNREAD = "unread";

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
   * A form whose settings cannot be read. It takes leads from anywhere, and its words of consent
   * are marked, so that staff can judge them later: no lead is lost because a table is away.
   */
  public static Form unread(String name) {
    return new Form(
        name,
        name,
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        ShownWords.named(UNREAD),
        Optional.empty(),
        Optional.empty());
  }

  private boolean isUnread() {
    return words.version().equals(UNREAD);
  }

  /** How a person consents who sends this form. */
  public ConsentMethod consentMethod() {
    if (isUnread()) {
      return ConsentMethod.UNKNOWN;
    }
    return consentRequired ? ConsentMethod.TICKED : ConsentMethod.STATED;
  }

  /** Whether a page of this origin may post the form. */
  public boolean takesFrom(String origin) {
    return origins.contains(origin) || isUnread();
  }

  /**
   * The address that a submission asks to be redirected to, if its host is one of {@link
   * #redirectHosts} and it names no user. Redirecting anywhere else would make us an open redirect.
   */
  public Optional<String> allowedNext(String address) {
    try {
      URI uri = new URI(address);
      String host = Optional.ofNullable(uri.getHost()).orElse("");
      String scheme = host.equals("localhost") ? "http" : "https";
      return Optional.of(uri.toASCIIString())
          .filter(text -> text.length() <= MAX_ADDRESS_LENGTH)
          .filter(text -> scheme.equals(uri.getScheme()) && redirectHosts.contains(host))
          .filter(text -> uri.getUserInfo() == null);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The origin of an absolute address; empty for a path of ours. */
  public static Optional<String> originOf(String address) {
    URI uri = URI.create(address);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    return Optional.ofNullable(uri.getHost()).map(host -> uri.getScheme() + "://" + host + port);
  }

  /** Whether a text is 1 to 50 of a-z, 0-9 and hyphens and does not start with a hyphen. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }
}
