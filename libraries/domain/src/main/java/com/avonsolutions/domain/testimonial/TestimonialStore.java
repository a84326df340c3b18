package com.avonsolutions.domain.testimonial;

import com.avonsolutions.domain.submission.Receipt;
import com.avonsolutions.domain.submission.SubmissionIdentity;
import java.util.List;

/**
 * Keeps testimonials. Every method throws {@link
 * com.avonsolutions.domain.StoreUnavailableException} when the store does not answer in time.
 */
public interface TestimonialStore {

  /**
   * Stores the testimonial, unless its submission is stored already.
   *
   * @throws com.avonsolutions.domain.submission.SubmissionConflictException when the identity's key
   *     came with another content
   */
  Receipt store(Testimonial testimonial, SubmissionIdentity identity);

  /** Those in this state, newest first. */
  List<Testimonial> inState(TestimonialState state, int limit);

  /**
   * Puts a testimonial into another state.
   *
   * @return false when there is none with this id
   */
  boolean decide(String id, TestimonialState state);
}
