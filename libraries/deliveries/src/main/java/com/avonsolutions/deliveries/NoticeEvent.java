package com.avonsolutions.deliveries;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What channels are told about. */
public enum NoticeEvent {
  /** A lead waits for a call, the first time that it does. */
  LEAD_CREATED,
  /** A lead is gone, so whoever was told of it has to forget it too. */
  LEAD_ERASED,
  /** A testimonial waits for approval. */
  TESTIMONIAL_PENDING,
  /** A channel has failed for a day. */
  CHANNEL_FAILING,
  /** A channel has failed for so long that it is not tried any more. */
  CHANNEL_DISABLED,
  /** Staff test a channel. */
  NOTICES_TEST;

  /** The name in files, tables and payloads, e.g. {@code lead.created}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  /** The event of one lead, testimonial or channel, as its mark names it. */
  public String eventId(String subjectId) {
    return code() + ':' + subjectId;
  }

  /** The event with this code. */
  public static Optional<NoticeEvent> of(String code) {
    return Arrays.stream(values()).filter(event -> event.code().equals(code)).findFirst();
  }
}
