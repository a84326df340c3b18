package com.avonsolutions.web.page;

import com.avonsolutions.text.Resources;
import com.avonsolutions.web.http.ContentCoding;
import com.avonsolutions.web.http.Representation;
import com.avonsolutions.web.http.Response;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Files that the build named by their content hash and compressed. */
@Singleton
public final class Assets {
  private final Properties builtNames = new Properties();

  Assets() {
    try (InputStream manifest = new ByteArrayInputStream(bytes("manifest.properties"))) {
      builtNames.load(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The address of an asset.
   *
   * @param name as in src/main/assets, e.g. {@code site.js}
   */
  public String path(String name) {
    return "/assets/" + builtName(name);
  }

  public String text(String name) {
    return new String(bytes(builtName(name)), StandardCharsets.UTF_8);
  }

  /** The built names of all assets. */
  public Set<String> builtNames() {
    return builtNames.values().stream().map(String.class::cast).collect(Collectors.toSet());
  }

  /** An asset in all content codings, which clients may cache for a year. */
  public Representation representation(String builtName) {
    Response response =
        new Response(
            200,
            Map.of(
                "content-type",
                contentType(builtName),
                "cache-control",
                "public, max-age=31536000, immutable"),
            bytes(builtName));
    return Representation.of(response)
        .with(ContentCoding.BROTLI, bytes(builtName + ".br"))
        .with(ContentCoding.GZIP, bytes(builtName + ".gz"));
  }

  public String builtName(String name) {
    String built = builtNames.getProperty(name);
    if (built == null) {
      throw new IllegalArgumentException("There is no asset " + name);
    }
    return built;
  }

  private static String contentType(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      case "png" -> "image/png";
      default -> throw new IllegalArgumentException("Unknown content type of " + name);
    };
  }

  private static byte[] bytes(String name) {
    return Resources.bytes(Assets.class, "/assets/" + name);
  }
}
