package com.avonsolutions.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.Brotli4jLoader;
import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.avonsolutions.domain.lead.Attribution;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildAssetsTest {
  private static final String STYLE = "/* why */\nbody {\n  color: red;\n}\n";

  @TempDir Path folder;

  @BeforeEach
  void writeSources() throws IOException {
    Files.createDirectory(folder.resolve("sources"));
    Files.writeString(folder.resolve("sources/site.css"), STYLE);
  }

  @Test
  void main_shouldChangeTheName_whenTheContentChanges() throws IOException {
    String before = build();
    Files.writeString(folder.resolve("sources/site.css"), STYLE.replace("red", "blue"));
    String after = build();

    assertThat(before).matches("site\\.[0-9a-f]{12}\\.css");
    assertThat(after).matches("site\\.[0-9a-f]{12}\\.css").isNotEqualTo(before);
    assertThat(folder.resolve("built/" + before)).doesNotExist();
  }

  @Test
  void main_shouldWriteCompressedVariants() throws IOException {
    String name = build();
    String plain = Files.readString(folder.resolve("built/" + name));

    assertThat(plain).isEqualTo("body {\ncolor: red;\n}\n");
    try (InputStream gzip =
        new GZIPInputStream(Files.newInputStream(folder.resolve("built/" + name + ".gz")))) {
      assertThat(new String(gzip.readAllBytes(), UTF_8)).isEqualTo(plain);
    }
    Brotli4jLoader.ensureAvailability();
    try (InputStream brotli =
        new BrotliInputStream(Files.newInputStream(folder.resolve("built/" + name + ".br")))) {
      assertThat(new String(brotli.readAllBytes(), UTF_8)).isEqualTo(plain);
    }
  }

  @Test
  void main_shouldIncludeAPart_withoutBuildingItAsAnAsset() throws IOException {
    Files.createDirectory(folder.resolve("sources/parts"));
    Files.writeString(folder.resolve("sources/parts/greet.js"), "// why\ngreet('$1');\n");
    Files.writeString(
        folder.resolve("sources/site.js"), "start();\n//= require parts/greet.js\nend();\n");
    build();

    assertThat(folder.resolve("built").toFile().list())
        .filteredOn(name -> name.endsWith(".js"))
        .singleElement()
        .satisfies(
            name ->
                assertThat(folder.resolve("built/" + name))
                    .hasContent("start();\ngreet('$1');\nend();"));
  }

  @Test
  void main_shouldFillInTheCampaignFields() throws IOException {
    Files.writeString(folder.resolve("sources/site.js"), "use('{{campaign}}');\n");
    build();

    assertThat(folder.resolve("built").toFile().listFiles((in, name) -> name.endsWith(".js")))
        .singleElement()
        .satisfies(
            script ->
                assertThat(script)
                    .hasContent("use('" + String.join(" ", Attribution.CAMPAIGN) + "');"));
  }

  private String build() throws IOException {
    BuildAssets.main(
        new String[] {folder.resolve("sources").toString(), folder.resolve("built").toString()});
    Properties manifest = new Properties();
    try (InputStream file = Files.newInputStream(folder.resolve("built/manifest.properties"))) {
      manifest.load(file);
    }
    return manifest.getProperty("site.css");
  }
}
