package com.avonsolutions.domain.testimonial;

import com.avonsolutions.domain.consent.Consent;
import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.util.List;

/**
 * Keeps testimonials. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface TestimonialStore {

  /**
   * Stores the testimonial, with the record of its consent, unless its submission is already
   * stored.
   *
   * @param consent to publish it
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException when the identity's key
   *     is already used for other content
   */
  Receipt store(Testimonial testimonial, Consent consent, SubmissionIdentity identity);

  /** The testimonials in this state, newest first. */
  List<Testimonial> inState(TestimonialState state, int limit);

  /**
   * Changes the state of a testimonial.
   *
   * @return false when no testimonial has this id
   */
  boolean decide(String id, TestimonialState state);
}
