package com.avonsolutions.web;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Compresses what is served many times, once and well. Pages name the site's own address, which is
 * known only where the function runs, so this happens there and not at build time. It exists in the
 * functions that bring Brotli along.
 */
@Singleton
@Requires(classes = Encoder.class)
public final class PageCompressor {
  private final boolean brotli = Brotli4jLoader.isAvailable();

  PageCompressor() {}

  /** The page in all its codings. */
  public Representation compress(Response response) {
    Representation page = Representation.of(response);
    try {
      if (brotli) {
        page = page.with(ContentCoding.BROTLI, Encoder.compress(response.body()));
      }
      return page.with(ContentCoding.GZIP, gzip(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new BestGzip(compressed)) {
      gzip.write(content);
    }
    return compressed.toByteArray();
  }

  private static final class BestGzip extends GZIPOutputStream {
    BestGzip(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
