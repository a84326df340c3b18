package com.avonsolutions.notices;

import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.domain.lead.Lead;
import java.time.Instant;
import java.util.Optional;

/**
 * What a channel is told.
 *
 * @param deliveryId the same for each attempt; receivers deduplicate by it
 * @param at when the event happened
 * @param subjectId the id of the lead or testimonial, or the name of the channel that it is about
 * @param lead as it is stored now; only for events about a lead that is still there
 */
public record Notice(
    String deliveryId, NoticeEvent event, Instant at, String subjectId, Optional<Lead> lead) {

  /** Six characters to search for in mailboxes and to say on the phone. */
  public String code() {
    return ShortCode.of(subjectId);
  }
}
