package com.avonsolutions.hooks.platform;

import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lead that was fetched from a platform.
 *
 * @param source as in {@link Origin#source}
 * @param id the platform's id of the lead
 * @param test whether the lead is a test of the form
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

  /** Adds these details to the lead that the platform's event announced. */
  public Lead complete(Lead lead) {
    Map<String, String> last = new HashMap<>(lead.attribution().last());
    touch.forEach((name, value) -> last.put(name, PlatformIntake.cut(value)));
    Origin announced = lead.origin();
    Origin complete =
        new Origin(
            announced.source(),
            form.map(PlatformIntake::cut).or(announced::form),
            announced.providerId(),
            announced.page(),
            submittedAt.or(announced::submittedAt));
    return lead.withState(state())
        .withPerson(answers.person())
        .withEnquiry(answers.enquiry(lead.enquiry().service()))
        .withOrigin(complete)
        .withConsent(PlatformIntake.consentOf(complete))
        .withAttribution(new Attribution(lead.attribution().first(), last));
  }
}
