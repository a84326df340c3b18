package com.avonsolutions.build;

import com.avonsolutions.text.Sha256;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Translates jte templates to Java, unless they are the same as last time: the compiler would see
 * new sources, and compile the module and all that depend on it. jte's own Maven plugin always
 * translates, and brings a Kotlin compiler.
 */
public final class GenerateTemplates {

  /** In the folder of the sources: which templates they were translated from. */
  private static final String FINGERPRINT = "templates.sha256";

  private GenerateTemplates() {}

  /**
   * Translates all templates of a folder.
   *
   * @param arguments the folder of templates, the folder for the sources, and their package
   */
  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path sources = Files.createDirectories(Path.of(arguments[1]));
    String packageName = arguments[2];
    Path fingerprint = sources.resolve(FINGERPRINT);
    String current = fingerprint(templates, packageName);
    if (Files.exists(fingerprint) && Files.readString(fingerprint).equals(current)) {
      return;
    }
    TemplateEngine engine =
        TemplateEngine.create(
            new DirectoryCodeResolver(templates), sources, ContentType.Html, null, packageName);
    engine.setTrimControlStructures(true);
    engine.setExtensions(Map.of("gg.jte.models.generator.ModelExtension", Map.of()));
    engine.cleanAll();
    engine.generateAll();
    Files.writeString(fingerprint, current);
  }

  private static String fingerprint(Path templates, String packageName) throws IOException {
    StringBuilder text = new StringBuilder(packageName);
    text.append(TemplateEngine.class.getProtectionDomain().getCodeSource().getLocation());
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        text.append('\n').append(templates.relativize(file)).append('\n');
        text.append(Files.readString(file));
      }
    }
    return Sha256.hex(text.toString());
  }
}
