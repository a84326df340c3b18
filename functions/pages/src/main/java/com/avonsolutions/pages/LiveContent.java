package com.avonsolutions.pages;

import com.avonsolutions.domain.StoreUnavailableException;
import com.avonsolutions.domain.faq.FaqEntry;
import com.avonsolutions.domain.faq.FaqStore;
import com.avonsolutions.domain.testimonial.Testimonial;
import com.avonsolutions.domain.testimonial.TestimonialState;
import com.avonsolutions.domain.testimonial.TestimonialStore;
import com.avonsolutions.web.http.RequestLog;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What staff change while the site runs: approved testimonials and published FAQs. Read at most
 * once a minute; while the tables cannot be read, the last known content stays, for a page without
 * a quotation is better than none.
 */
@Singleton
final class LiveContent {
  private static final Duration FRESH = Duration.ofMinutes(1);
  private static final int QUOTATIONS = 3;

  private final TestimonialStore testimonials;
  private final FaqStore faqs;
  private final Clock clock;
  private final RequestLog log;

  private Instant readAt = Instant.MIN;
  private Snapshot snapshot = new Snapshot(List.of(), List.of());

  LiveContent(TestimonialStore testimonials, FaqStore faqs, Clock clock, RequestLog log) {
    this.testimonials = testimonials;
    this.faqs = faqs;
    this.clock = clock;
    this.log = log;
  }

  record Snapshot(List<Testimonial> testimonials, List<FaqEntry> faqs) {
    List<FaqEntry> featured() {
      return faqs.stream().filter(FaqEntry::featured).toList();
    }
  }

  synchronized Snapshot current() {
    Instant now = clock.instant();
    if (readAt.isBefore(now.minus(FRESH))) {
      readAt = now;
      try {
        snapshot =
            new Snapshot(
                testimonials.inState(TestimonialState.APPROVED, QUOTATIONS), faqs.published());
      } catch (StoreUnavailableException e) {
        log.failure("reading what home shows", e);
      }
    }
    return snapshot;
  }
}
