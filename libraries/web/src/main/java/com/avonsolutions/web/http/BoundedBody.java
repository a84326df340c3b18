package com.avonsolutions.web.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a stranger sends: so much of it and for so long. */
public final class BoundedBody {
  private BoundedBody() {}

  /**
   * Reads a stream to its end. One that drips keeps a socket's own time limit from ever ending, so
   * the time is watched here too.
   *
   * @param largest in bytes
   * @param deadline by {@link System#nanoTime}
   * @throws IOException also when it is too long or too slow
   */
  public static byte[] read(InputStream body, int largest, long deadline) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[8 * 1024];
    for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > largest || System.nanoTime() > deadline) {
        throw new IOException("Too long or too slow");
      }
    }
    return bytes.toByteArray();
  }
}
