package com.avonsolutions.deliveries;

import java.util.List;

/**
 * Keeps channels. Every method throws {@link com.avonsolutions.domain.StoreUnavailableException}
 * when the store does not answer in time.
 */
public interface ChannelStore {

  /** All channels, by name. */
  List<Channel> all();

  /**
   * Creates or replaces a channel.
   *
   * @return whether anything changed
   */
  boolean load(Channel channel);

  /**
   * Removes a channel.
   *
   * @return whether there was one
   */
  boolean remove(String name);
}
