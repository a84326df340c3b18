package com.avonsolutions.notices;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.domain.secret.Secrets;

/** The address of a channel, which may be a secret itself: whoever knows it can post. */
public final class ChannelUrl {
  private ChannelUrl() {}

  /**
   * The address.
   *
   * @throws com.avonsolutions.domain.secret.SecretUnavailableException when it cannot be read
   */
  public static String of(Channel channel, Secrets secrets) {
    String url = channel.url().orElse("");
    return url.startsWith("/") ? secrets.current(url) : url;
  }
}
