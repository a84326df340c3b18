package com.avonsolutions.follow;

import com.avonsolutions.domain.lead.LeadState;
import com.avonsolutions.domain.testimonial.TestimonialState;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Plans who is told of new leads, of erased ones and of testimonials that wait. */
@Singleton
@Requires(property = "notice.max.age.hours")
final class PlanNotices implements Follower {
  private static final String RECEIVED = LeadState.RECEIVED.name();
  private static final String QUARANTINED = LeadState.QUARANTINED.name();

  private final NoticePlanner planner;
  private final String leads;
  private final String testimonials;

  PlanNotices(
      NoticePlanner planner,
      @Value("${leads.table}") String leads,
      @Value("${testimonials.table}") String testimonials) {
    this.planner = planner;
    this.leads = leads;
    this.testimonials = testimonials;
  }

  @Override
  public String name() {
    return "notices of a change";
  }

  @Override
  public void follow(Change change) {
    if (change.table().equals(leads)) {
      followLead(change);
    } else if (change.table().equals(testimonials)
        && change.entered(TestimonialState.PENDING.name())) {
      planner.testimonialPending(change.id(), change.at());
    }
  }

  private void followLead(Change change) {
    if (change.entered(RECEIVED)) {
      planner.leadCreated(
          change.id(), change.at(), change.before().filter(QUARANTINED::equals).isPresent());
    } else if (change.isDeletion() && !change.expired() && change.before().isPresent()) {
      planner.leadErased(change.id(), change.at());
    }
  }
}
