package com.avonsolutions.local.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCopiesTest {
  /** Larger than the ids of processes. */
  private static final String NO_PROCESS = "999999999999";

  @TempDir Path project;

  @Test
  void of_shouldCopyWhatBuildsRewrite_onceOnly() throws IOException {
    Path classes = Files.createDirectories(project.resolve("words/target/classes/a"));
    Files.writeString(classes.resolve("A.class"), "first");
    Path jar = Files.writeString(project.resolve("words/target/words.jar"), "jar");
    Path library = Files.writeString(project.resolve("library.jar"), "jar");
    try (ClassCopies copies = ClassCopies.create()) {
      List<Path> classPath = List.of(project.resolve("words/target/classes"), jar, library);
      List<Path> copied = copies.of(classPath);
      Files.writeString(classes.resolve("A.class"), "second");

      try (URLClassLoader loader = new URLClassLoader(new URL[] {copied.get(0).toUri().toURL()});
          InputStream copy = loader.getResourceAsStream("a/A.class")) {
        assertThat(copy).hasContent("first");
        assertThat(loader.getResource("a/")).isNotNull();
      }
      assertThat(copied.get(1)).hasContent("jar").isNotEqualTo(jar);
      assertThat(copied.get(2)).isEqualTo(library);
      assertThat(ClassCopies.in(copies.folder()).of(classPath)).isEqualTo(copied);
    }
  }

  @Test
  void close_shouldDeleteTheCopies() throws IOException {
    ClassCopies copies = ClassCopies.create();
    Files.createDirectories(project.resolve("words/target/classes/a"));
    copies.of(project.resolve("words/target/classes"));

    copies.close();

    assertThat(copies.folder()).doesNotExist();
  }

  @Test
  void create_shouldDeleteTheCopiesOfKilledServers_butOfNoOther() throws IOException {
    Path killed = Files.createTempDirectory("avon-local-" + NO_PROCESS + "-");
    Files.createDirectories(killed.resolve("words"));
    try (ClassCopies running = ClassCopies.create();
        ClassCopies next = ClassCopies.create()) {
      assertThat(killed).doesNotExist();
      assertThat(running.folder()).isDirectory().isNotEqualTo(next.folder());
    }
  }
}
