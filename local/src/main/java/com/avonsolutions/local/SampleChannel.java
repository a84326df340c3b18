package com.avonsolutions.local;

import com.avonsolutions.deliveries.Channel;
import com.avonsolutions.deliveries.ChannelKind;
import com.avonsolutions.deliveries.NoticeEvent;
import com.avonsolutions.staff.ContentLoader;
import com.avonsolutions.staff.Stores;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A webhook to the catcher of this server, which exists on a developer's machine only.
 *
 * @param site the address of the server
 */
record SampleChannel(URI site) implements ContentLoader {

  @Override
  public String load(Stores stores) {
    Channel channel =
        new Channel(
            "sample",
            ChannelKind.WEBHOOK,
            List.of(),
            Optional.of(site + "/_local/catch/sample"),
            Optional.of("/avon/channels/sample"),
            Set.of(NoticeEvent.values()),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            true,
            true);
    stores.channels().load(channel);
    return "1 sample channel: " + channel.url().orElseThrow();
  }
}
