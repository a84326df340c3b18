package com.avonsolutions.hooks.platform;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.consent.ConsentMethod;
import com.avonsolutions.domain.consent.ShownWords;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.domain.lead.EmailAddress;
import com.avonsolutions.domain.lead.Enquiry;
import com.avonsolutions.domain.lead.Lead;
import com.avonsolutions.domain.lead.LeadIntake;
import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.lead.Origin;
import com.avonsolutions.domain.lead.Person;
import com.avonsolutions.domain.lead.Phone;
import com.avonsolutions.domain.lead.SpilledLead;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import com.avonsolutions.text.Unicode;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Accepts leads of ad platforms and other systems. The platform's id identifies a lead; without an
 * id its content does, for ten minutes.
 */
@Singleton
@Requires(beans = LeadIntake.class)
public final class PlatformIntake {
  private static final int MAX_LENGTH = 500;

  private final LeadIntake intake;
  private final IdGenerator ids;
  private final Clock clock;

  PlatformIntake(LeadIntake intake, IdGenerator ids, Clock clock) {
    this.intake = intake;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Accepts a lead of a platform's own form, as {@link LeadIntake#accept}.
   *
   * @param touch ids of the advertisement, by their usual names
   */
  public Receipt accept(
      LeadState state, AnswerSheet answers, Origin origin, Map<String, String> touch) {
    SpilledLead one = identified(state, answers, origin, touch);
    return intake.accept(one.lead(), one.identity());
  }

  /** Accepts the leads of one message, as {@link LeadIntake#acceptAll}. */
  public void acceptAll(List<SpilledLead> batch) {
    intake.acceptAll(batch);
  }

  /** A lead of a platform's own form that is not accepted yet. */
  public SpilledLead identified(
      LeadState state, AnswerSheet answers, Origin origin, Map<String, String> touch) {
    return identified(
        state,
        answers.person(),
        answers.enquiry(Optional.empty()),
        origin,
        touch,
        consentOf(origin));
  }

  /**
   * Accepts a lead, as {@link LeadIntake#accept}.
   *
   * @param touch ids of the advertisement, by their usual names
   * @param consent as far as we know it
   */
  public Receipt accept(
      LeadState state,
      Person person,
      Enquiry enquiry,
      Origin origin,
      Map<String, String> touch,
      Consent consent) {
    SpilledLead one = identified(state, person, enquiry, origin, touch, consent);
    return intake.accept(one.lead(), one.identity());
  }

  /** The platform asked, and keeps the words of the form under the form's id. */
  static Consent consentOf(Origin origin) {
    String form = origin.form().map(id -> '/' + cut(id)).orElse("");
    return Consent.unseen(ShownWords.named(origin.source() + form), ConsentMethod.PLATFORM);
  }

  private SpilledLead identified(
      LeadState state,
      Person person,
      Enquiry enquiry,
      Origin origin,
      Map<String, String> touch,
      Consent consent) {
    Lead lead =
        new Lead(
            ids.next(),
            state,
            person,
            enquiry,
            bounded(origin),
            Attribution.ofLast(bounded(touch)),
            consent,
            Optional.empty(),
            clock.instant());
    return new SpilledLead(lead, identity(lead, origin));
  }

  /** Keeps the lead below the 400 kB of an item. */
  private static Origin bounded(Origin origin) {
    return new Origin(
        origin.source(),
        origin.form().map(PlatformIntake::cut),
        origin.providerId().map(PlatformIntake::cut),
        origin.page().map(PlatformIntake::cut),
        origin.submittedAt());
  }

  private static Map<String, String> bounded(Map<String, String> touch) {
    Map<String, String> bounded = new TreeMap<>();
    touch.forEach((name, value) -> bounded.put(name, cut(value)));
    return bounded;
  }

  static String cut(String text) {
    return Unicode.cut(Unicode.printableLine(text), MAX_LENGTH);
  }

  private static SubmissionIdentity identity(Lead lead, Origin origin) {
    return origin
        .providerId()
        .map(id -> SubmissionIdentity.ofProvider(origin.source(), id))
        .orElseGet(() -> SubmissionIdentity.of(Optional.empty(), Optional.empty(), content(lead)));
  }

  private static Map<String, String> content(Lead lead) {
    Map<String, String> content = new TreeMap<>(lead.enquiry().more());
    content.put("\0source", lead.origin().source());
    content.put("\0form", lead.origin().form().orElse(""));
    content.put("\0name", lead.person().name().orElse(""));
    content.put("\0email", lead.person().email().map(EmailAddress::text).orElse(""));
    content.put("\0phone", lead.person().phone().map(Phone::e164).orElse(""));
    content.put("\0message", lead.enquiry().message().orElse(""));
    // As in FormIntake: only the oldest plain field is in the content without being given.
    content.put("\0company", "");
    lead.person().texts().forEach((field, text) -> content.put("\0" + field.code(), text));
    return content;
  }
}
