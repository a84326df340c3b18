package com.avonsolutions.domain.lead;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
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

  /** The same lead in another state. */
  public Lead in(LeadState other) {
    return new Lead(
        id, other, person, enquiry, origin, attribution, consentVersion, spam, receivedAt);
  }

  /** The same lead with what its platform has told of it since. */
  public Lead completed(PlatformLead details) {
    Map<String, String> touch = new HashMap<>(attribution.last());
    details.touch().forEach((name, value) -> touch.put(name, PlatformInbox.cut(value)));
    return new Lead(
        id,
        details.state(),
        details.answers().person(),
        details.answers().enquiry(enquiry.service()),
        new Origin(
            origin.source(),
            details.form().map(PlatformInbox::cut).or(origin::form),
            origin.providerId(),
            origin.page(),
            details.submittedAt().or(origin::submittedAt)),
        new Attribution(attribution.first(), touch),
        consentVersion,
        spam,
        receivedAt);
  }

  /**
   * The same lead without what its platform should have told, for staff, who can look there.
   *
   * @param note what is kept in place of it
   */
  public Lead withoutDetails(String note) {
    return new Lead(
        id,
        LeadState.RECEIVED,
        person,
        new Enquiry(enquiry.service(), Optional.of(note), enquiry.more()),
        origin,
        attribution,
        consentVersion,
        spam,
        receivedAt);
  }

  /** The same lead with what the spam filter says of it, and the state that follows. */
  public Lead judged(SpamVerdict verdict) {
    return new Lead(
        id,
        verdict.quarantined() ? LeadState.QUARANTINED : state,
        person,
        enquiry,
        origin,
        attribution,
        consentVersion,
        Optional.of(verdict),
        receivedAt);
  }

  /** The same lead after somebody found that it is no spam. */
  public Lead released() {
    return new Lead(
        id,
        LeadState.RECEIVED,
        person,
        enquiry,
        origin,
        attribution,
        consentVersion,
        spam.map(verdict -> new SpamVerdict(false, verdict.points(), verdict.reasons())),
        receivedAt);
  }
}
