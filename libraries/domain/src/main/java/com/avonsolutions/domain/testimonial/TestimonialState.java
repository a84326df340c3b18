package com.avonsolutions.domain.testimonial;

/** The state of a testimonial between its sender and the page. */
public enum TestimonialState {
  /** Waits for a decision by staff. */
  PENDING,
  /** Shown on the site. */
  APPROVED,
  /** Rejected by staff; never shown. */
  REJECTED,
  /** Its honeypot field was filled; kept, never shown. */
  SPAM
}
