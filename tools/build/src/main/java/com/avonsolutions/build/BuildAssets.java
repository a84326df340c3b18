package com.avonsolutions.build;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.encoder.Encoder;
import com.avonsolutions.domain.lead.Attribution;
import com.avonsolutions.text.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Builds assets: minifies stylesheets and scripts, adds the content hash to the file name, and
 * writes gzip and Brotli variants at their best level. A line {@code //= require parts/name.js} in
 * a script includes that file, which is not an asset on its own.
 */
public final class BuildAssets {
  private static final Pattern CSS_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
  private static final Pattern INDENTATION = Pattern.compile("(?m)^[ \\t]+|[ \\t]+$");
  private static final Pattern BLANK_LINES = Pattern.compile("\\n{2,}");
  private static final Pattern LINE_COMMENT = Pattern.compile("(?m)^\\s*//.*$");
  private static final Pattern PART = Pattern.compile("(?m)^//= require (.+)$");

  /** The placeholder in scripts for the names of the campaign fields, separated by blanks. */
  private static final String CAMPAIGN = "{{campaign}}";

  private BuildAssets() {}

  /**
   * Builds all files of a folder.
   *
   * @param arguments the folder of sources, and the folder for the built files and their manifest
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
    try (Stream<Path> sources = Files.list(Path.of(arguments[0])).filter(Files::isRegularFile)) {
      for (Path source : sources.sorted().toList()) {
        String name = source.getFileName().toString();
        byte[] content = content(source);
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

  private static byte[] content(Path source) throws IOException {
    String name = source.getFileName().toString();
    if (name.endsWith(".css")) {
      return minify(CSS_COMMENT.matcher(Files.readString(source)).replaceAll(""));
    }
    if (name.endsWith(".js")) {
      String script =
          includeParts(source).replace(CAMPAIGN, String.join(" ", Attribution.CAMPAIGN));
      return minify(LINE_COMMENT.matcher(script).replaceAll(""));
    }
    return Files.readAllBytes(source);
  }

  private static String includeParts(Path script) throws IOException {
    String text = Files.readString(script);
    Matcher part = PART.matcher(text);
    StringBuilder whole = new StringBuilder();
    while (part.find()) {
      String content = Files.readString(script.resolveSibling(part.group(1)));
      part.appendReplacement(whole, Matcher.quoteReplacement(content));
    }
    return part.appendTail(whole).toString();
  }

  private static byte[] minify(String uncommented) {
    String text = INDENTATION.matcher(uncommented).replaceAll("");
    text = BLANK_LINES.matcher(text).replaceAll("\n").strip() + "\n";
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hashedName(String name, byte[] content) {
    String hash = Sha256.hex(content).substring(0, 12);
    int dot = name.lastIndexOf('.');
    return name.substring(0, dot) + "." + hash + name.substring(dot);
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
