package com.avonsolutions.local;

import com.avonsolutions.staff.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The folder with the tables, locked by one server; the lock ends with the process. */
record DataFolder(Path path, FileChannel lock) implements AutoCloseable {

  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel)) {
        return new DataFolder(folder, channel);
      }
      channel.close();
    } catch (IOException e) {
      throw new UserError(
          "Cannot write to " + folder + ": choose another folder with --data, or use --memory.", e);
    }
    throw new UserError(
        folder
            + " is in use by another running server: stop that one, choose another folder with"
            + " --data, or use --memory.");
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
