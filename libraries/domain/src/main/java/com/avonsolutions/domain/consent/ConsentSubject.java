package com.avonsolutions.domain.consent;

import java.util.List;

/**
 * What a consent was given with.
 *
 * @param key of its records
 */
public record ConsentSubject(String key) {

  public static ConsentSubject lead(String id) {
    return new ConsentSubject("lead#" + id);
  }

  public static ConsentSubject testimonial(String id) {
    return new ConsentSubject("testimonial#" + id);
  }

  /** Whatever has this id. */
  public static List<ConsentSubject> all(String id) {
    return List.of(lead(id), testimonial(id));
  }
}
