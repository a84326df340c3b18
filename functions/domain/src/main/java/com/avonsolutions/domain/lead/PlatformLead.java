package com.avonsolutions.domain.lead;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A lead as the platform gives it that was asked for it.
 *
 * @param source as in {@link Origin#source}
 * @param id how the platform names it
 * @param test whether somebody tried the form out
 * @param form the platform's id of the form
 * @param touch ids of the advertisement
 */
public record PlatformLead(
    String source,
    String id,
    boolean test,
    AnswerSheet answers,
    Optional<String> form,
    Optional<Instant> submittedAt,
    Map<String, String> touch) {

  public LeadState state() {
    return test ? LeadState.TEST : LeadState.RECEIVED;
  }

  public Origin origin() {
    return new Origin(source, form, Optional.of(id), Optional.empty(), submittedAt);
  }
}
