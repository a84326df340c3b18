package com.avonsolutions.notices;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.Delivery;

/** Tells channels of one kind. */
public interface ChannelSender {

  /** Whether it knows the format of this kind. */
  boolean sends(ChannelKind kind);

  /**
   * Makes one attempt. Failures of the other side are outcomes, not exceptions.
   *
   * @throws com.avonsolutions.domain.secret.SecretUnavailableException when a secret cannot be
   *     read; nothing is sent then
   */
  Outcome send(Channel channel, Delivery delivery, Notice notice);
}
