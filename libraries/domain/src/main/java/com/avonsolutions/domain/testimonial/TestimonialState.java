package com.avonsolutions.domain.testimonial;

/** Where a testimonial stands between its sender and the page. */
public enum TestimonialState {
  /** Waits for staff. */
  PENDING,
  /** Shown on the site. */
  APPROVED,
  /** Read by staff and not shown. */
  REJECTED,
  /** Came in with the trap field filled; kept, never shown. */
  SPAM
}
