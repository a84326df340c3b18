package com.avonsolutions.pages;

import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.resilience.CachePolicy;
import com.avonsolutions.domain.resilience.Cached;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What staff change while the site runs: approved testimonials and published FAQs. There is none
 * until the tables could be read, because a page without testimonials is better than no page.
 */
@Singleton
final class LiveContent {
  private static final CachePolicy POLICY = CachePolicy.freshFor(Duration.ofMinutes(1));
  private static final int MAX_TESTIMONIALS = 3;

  private final TestimonialStore testimonials;
  private final FaqStore faqs;
  private final Cached<Snapshot> cached;

  LiveContent(TestimonialStore testimonials, FaqStore faqs, Clock clock, RequestLog log) {
    this.testimonials = testimonials;
    this.faqs = faqs;
    this.cached =
        new Cached<>("testimonials and FAQs", this::read, POLICY, clock, log)
            .startingWith(new Snapshot(List.of(), List.of()));
  }

  record Snapshot(List<Testimonial> testimonials, List<FaqEntry> faqs) {
    List<FaqEntry> featured() {
      return faqs.stream().filter(FaqEntry::featured).toList();
    }
  }

  Snapshot current() {
    return cached.get();
  }

  private Snapshot read() {
    return new Snapshot(
        testimonials.inState(TestimonialState.APPROVED, MAX_TESTIMONIALS), faqs.published());
  }
}
