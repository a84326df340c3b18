package com.avonsolutions.domain.lead;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where a lead comes from.
 *
 * @param source the channel: {@code site}, {@code form}, {@code google-ads}, {@code meta}, {@code
 *     linkedin}, {@code indiamart}, {@code justdial}, {@code webhook}, or the name that a script
 *     gives itself
 * @param form which of the source's forms: the name of a {@link
 *     com.avonsolutions.domain.form.Form}, or the ad platform's form id
 * @param providerId the source's id of this lead; the same id is the same lead
 * @param page URL of the page with the form
 * @param submittedAt when the person submitted the form, by the source's clock
 */
public record Origin(
    String source,
    Optional<String> form,
    Optional<String> providerId,
    Optional<String> page,
    Optional<Instant> submittedAt) {
  public static final int MAX_SOURCE_LENGTH = 100;
  public static final int MAX_PAGE_LENGTH = 500;

  /** Sources whose leads come with a secret, so that staff can rely on the name. */
  private static final Set<String> PLATFORMS =
      Set.of("google-ads", "meta", "linkedin", "indiamart", "justdial", "webhook");

  /** The source of a script that has no name of its own. */
  public static final String UNNAMED = "unnamed";

  /**
   * A form on a web page.
   *
   * @param source as the page names itself; the name of a platform is not its to use
   */
  public static Origin page(String source, Optional<String> form, Optional<String> page) {
    boolean platform = PLATFORMS.contains(source.strip().toLowerCase(Locale.ROOT));
    return new Origin(platform ? UNNAMED : source, form, Optional.empty(), page, Optional.empty());
  }
}
