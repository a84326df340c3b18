package com.avonsolutions.build;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Names every asset by its content, and lays gzip and Brotli forms beside it, each at its best
 * level. Stylesheets and scripts lose comments and indentation first.
 */
public final class BuildAssets {
  private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\t]+|[ \\t]+$");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");

  private BuildAssets() {}

  /**
   * Builds all files of a folder.
   *
   * @param arguments the folder of sources, and the folder for the built files and their list
   */
  public static void main(String[] arguments) throws IOException {
    Brotli4jLoader.ensureAvailability();
    Path target = Files.createDirectories(Path.of(arguments[1]));
    try (Stream<Path> old = Files.list(target)) {
      for (Path path : old.toList()) {
        Files.delete(path);
      }
    }
    List<String> manifest = new ArrayList<>();
    try (Stream<Path> sources = Files.list(Path.of(arguments[0]))) {
      for (Path source : sources.sorted().toList()) {
        String name = source.getFileName().toString();
        byte[] content = shorten(name, Files.readAllBytes(source));
        String built = hashedName(name, content);
        Files.write(target.resolve(built), content);
        Files.write(target.resolve(built + ".gz"), gzip(content));
        Files.write(
            target.resolve(built + ".br"),
            Encoder.compress(content, new Encoder.Parameters().setQuality(11)));
        manifest.add(name + "=" + built);
      }
    }
    Files.writeString(target.resolve("manifest.properties"), String.join("\n", manifest) + "\n");
  }

  static byte[] shorten(String name, byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    if (name.endsWith(".css")) {
      text = CSS_COMMENT.matcher(text).replaceAll("");
    } else if (name.endsWith(".js")) {
      text = LINE_COMMENT.matcher(text).replaceAll("");
    } else {
      return content;
    }
    text = INDENTATION.matcher(text).replaceAll("");
    text = BLANK_LINES.matcher(text).replaceAll("\n").strip() + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hashedName(String name, byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      String hash = HexFormat.of().formatHex(digest, 0, 6);
      int dot = name.lastIndexOf('.');
      return name.substring(0, dot) + "." + hash + name.substring(dot);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip =
        new GZIPOutputStream(compressed) {
          {
            def.setLevel(Deflater.BEST_COMPRESSION);
          }
        }) {
      gzip.write(content);
    }
    return compressed.toByteArray();
  }
}
