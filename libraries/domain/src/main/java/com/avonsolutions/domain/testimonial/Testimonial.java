package com.avonsolutions.domain.testimonial;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A customer's own words about working with us.
 *
 * @param id time-ordered, see {@link com.avonsolutions.domain.IdGenerator}
 * @param rating 1 to 5, if given
 * @param state only {@link TestimonialState#APPROVED} testimonials are shown
 * @param sample true for made-up testimonials on a developer's machine; pages mark them as such
 */
public record Testimonial(
    String id,
    String name,
    Optional<String> role,
    Optional<String> company,
    String text,
    OptionalInt rating,
    TestimonialState state,
    Instant receivedAt,
    boolean sample) {
  public static final int MAX_NAME_LENGTH = 100;
  public static final int MAX_ROLE_LENGTH = 100;
  public static final int MAX_COMPANY_LENGTH = 150;
  public static final int MIN_TEXT_LENGTH = 20;
  public static final int MAX_TEXT_LENGTH = 1_500;
}
