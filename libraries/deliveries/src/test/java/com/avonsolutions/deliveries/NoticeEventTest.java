package com.avonsolutions.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoticeEventTest {

  /** Receivers know events by these names. */
  @Test
  void code_shouldBeTheNameThatReceiversKnow() {
    assertThat(NoticeEvent.values())
        .extracting(NoticeEvent::code)
        .containsExactly(
            "lead.created",
            "lead.erased",
            "testimonial.pending",
            "channel.failing",
            "channel.disabled",
            "notices.test");
    assertThat(NoticeEvent.values())
        .allMatch(event -> NoticeEvent.of(event.code()).orElseThrow() == event);
    assertThat(NoticeEvent.of("lead.gone")).isEmpty();
  }
}
