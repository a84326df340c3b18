package com.avonsolutions.domain.lead;

import com.avonsolutions.domain.consent.Consent;
import java.time.Instant;
import java.util.Optional;

/**
 * A person's enquiry to the agency, and where it came from.
 *
 * @param id time-ordered, see {@link com.avonsolutions.domain.IdGenerator}
 * @param consent what the person agreed to, as far as we saw it
 * @param spam the spam filter's verdict, if it checked this lead
 * @param receivedAt when the lead reached us; the platform's own time is in {@link Origin}
 */
public record Lead(
    String id,
    LeadState state,
    Person person,
    Enquiry enquiry,
    Origin origin,
    Attribution attribution,
    Consent consent,
    Optional<SpamVerdict> spam,
    Instant receivedAt) {

  public Lead withState(LeadState other) {
    return new Lead(id, other, person, enquiry, origin, attribution, consent, spam, receivedAt);
  }

  public Lead withPerson(Person other) {
    return new Lead(id, state, other, enquiry, origin, attribution, consent, spam, receivedAt);
  }

  public Lead withEnquiry(Enquiry other) {
    return new Lead(id, state, person, other, origin, attribution, consent, spam, receivedAt);
  }

  public Lead withOrigin(Origin other) {
    return new Lead(id, state, person, enquiry, other, attribution, consent, spam, receivedAt);
  }

  public Lead withAttribution(Attribution other) {
    return new Lead(id, state, person, enquiry, origin, other, consent, spam, receivedAt);
  }

  public Lead withConsent(Consent other) {
    return new Lead(id, state, person, enquiry, origin, attribution, other, spam, receivedAt);
  }

  private Lead withSpam(Optional<SpamVerdict> other) {
    return new Lead(id, state, person, enquiry, origin, attribution, consent, other, receivedAt);
  }

  /**
   * The lead for staff, after the platform failed to deliver its details.
   *
   * @param note becomes the message; tells staff where to look
   */
  public Lead withoutDetails(String note) {
    return withState(LeadState.RECEIVED)
        .withEnquiry(new Enquiry(enquiry.service(), Optional.of(note), enquiry.more()));
  }

  /** The lead with the spam filter's verdict, quarantined if the verdict says so. */
  public Lead withVerdict(SpamVerdict verdict) {
    return withState(verdict.quarantined() ? LeadState.QUARANTINED : state)
        .withSpam(Optional.of(verdict));
  }

  /** The lead out of quarantine, after staff found that it is no spam. */
  public Lead released() {
    return withState(LeadState.RECEIVED)
        .withSpam(spam.map(verdict -> new SpamVerdict(false, verdict.points(), verdict.reasons())));
  }
}
