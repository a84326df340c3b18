package com.avonsolutions.staff;

import com.avonsolutions.deliveries.Channel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Loads the channels of a folder. A file overwrites the channel of its name in the table. */
record ChannelLoader(Path folder) implements ContentLoader {

  @Override
  public String load(Stores stores) throws IOException {
    List<Channel> channels = read();
    long changed = channels.stream().filter(stores.channels()::load).count();
    return "%d channel%s: %d new or changed, %d as before"
        .formatted(
            channels.size(), channels.size() == 1 ? "" : "s", changed, channels.size() - changed);
  }

  private List<Channel> read() throws IOException {
    try {
      List<Channel> channels = ChannelFiles.read(folder);
      if (channels.isEmpty()) {
        throw new UserError("There is no channel in " + folder + ": each is a file NAME.md.");
      }
      return channels;
    } catch (IllegalArgumentException e) {
      throw UserError.malformed(e, "No channel was changed.");
    }
  }
}
