package com.avonsolutions.domain.lead;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who wants something from the agency, and how we came to know.
 *
 * @param id time-ordered, see {@link com.avonsolutions.domain.IdGenerator}
 * @param consentVersion which wording of the consent line stood beside what the person sent
 * @param spam what the spam filter said, where one looked at it
 * @param receivedAt when it reached us; what the platform says of its own time is in {@link Origin}
 */
public record Lead(
    String id,
    LeadState state,
    Person person,
    Enquiry enquiry,
    Origin origin,
    Attribution attribution,
    String consentVersion,
    Optional<SpamVerdict> spam,
    Instant receivedAt) {

  public Lead withState(LeadState other) {
    return new Lead(
        id, other, person, enquiry, origin, attribution, consentVersion, spam, receivedAt);
  }

  public Lead withPerson(Person other) {
    return new Lead(
        id, state, other, enquiry, origin, attribution, consentVersion, spam, receivedAt);
  }

  public Lead withEnquiry(Enquiry other) {
    return new Lead(
        id, state, person, other, origin, attribution, consentVersion, spam, receivedAt);
  }

  public Lead withOrigin(Origin other) {
    return new Lead(
        id, state, person, enquiry, other, attribution, consentVersion, spam, receivedAt);
  }

  public Lead withAttribution(Attribution other) {
    return new Lead(id, state, person, enquiry, origin, other, consentVersion, spam, receivedAt);
  }

  private Lead withSpam(Optional<SpamVerdict> other) {
    return new Lead(
        id, state, person, enquiry, origin, attribution, consentVersion, other, receivedAt);
  }

  /**
   * The same lead without the details that its platform should have sent, for staff, who can look
   * there.
   *
   * @param note becomes the message
   */
  public Lead withoutDetails(String note) {
    return withState(LeadState.RECEIVED)
        .withEnquiry(new Enquiry(enquiry.service(), Optional.of(note), enquiry.more()));
  }

  /** The same lead with the spam filter's verdict, and quarantined if the verdict says so. */
  public Lead judged(SpamVerdict verdict) {
    return withState(verdict.quarantined() ? LeadState.QUARANTINED : state)
        .withSpam(Optional.of(verdict));
  }

  /** The same lead after staff found that it is no spam. */
  public Lead released() {
    return withState(LeadState.RECEIVED)
        .withSpam(spam.map(verdict -> new SpamVerdict(false, verdict.points(), verdict.reasons())));
  }
}
