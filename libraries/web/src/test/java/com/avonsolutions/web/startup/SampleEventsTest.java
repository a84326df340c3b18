package com.avonsolutions.web.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleEventsTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set before any test runs
  Path folder;

  @Test
  void names_shouldBeTheFilesOfTheFolder_whenClassesAreInAFolder() throws IOException {
    Path samples = Files.createDirectories(folder.resolve("priming/a"));
    Files.createFile(samples.resolve("two.json"));
    Files.createFile(samples.resolve("one.json"));

    assertThat(SampleEvents.names(samples.toUri().toURL(), "priming/a/"))
        .containsExactly("priming/a/one.json", "priming/a/two.json");
  }

  @Test
  void names_shouldBeTheFilesOfTheFolder_whenClassesAreInAJar() throws IOException {
    Path jar = folder.resolve("function.jar");
    try (JarOutputStream entries = new JarOutputStream(Files.newOutputStream(jar))) {
      for (String name :
          new String[] {
            "priming/",
            "priming/a/",
            "priming/a/two.json",
            "priming/a/one.json",
            "priming/ab/",
            "priming/ab/other.json"
          }) {
        entries.putNextEntry(new ZipEntry(name));
      }
    }

    assertThat(SampleEvents.names(new URL("jar:" + jar.toUri() + "!/priming/a/"), "priming/a/"))
        .containsExactly("priming/a/one.json", "priming/a/two.json");
  }
}
