package com.avonsolutions.web.form;

import com.avonsolutions.domain.IdGenerator;
import com.avonsolutions.domain.submission.Violation;
import java.util.List;
import java.util.Optional;

/**
 * Why a form is shown again to the person who sent it.
 *
 * @param status 422 for mistakes, 429 for too many requests, 503 while the store is unavailable
 * @param violations the mistakes, empty unless the status is 422
 * @param notice about the whole form, empty if the status is 422
 */
public record Rejection(int status, List<Violation> violations, Optional<String> notice) {

  /**
   * The submission key of the form that is shown again. After 422 nothing is stored under the old
   * key, so a form without one gets one. Otherwise the submission may be stored already, and a new
   * key would store it twice.
   *
   * @param sent the key that came with the form, possibly empty
   */
  public String nextKey(String sent, IdGenerator ids) {
    return status == 422 && sent.isEmpty() ? ids.next() : sent;
  }
}
