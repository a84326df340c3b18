package com.avonsolutions.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayOutFunctionTest {
  private static final String BEANS =
      "META-INF/micronaut/io.micronaut.inject.BeanDefinitionReference/";

  @TempDir Path folder;

  @Test
  void main_shouldMergeWhatIsReadAtRunTime() throws IOException {
    Path first =
        jar(
            "first.jar",
            Map.of(
                "a/b/A.class",
                "A",
                "META-INF/MANIFEST.MF",
                "one",
                "META-INF/maven/pom.xml",
                "one",
                "META-INF/services/a.Service",
                "a.One",
                BEANS + "com.avonsolutions.$One$Definition",
                "",
                BEANS + "io.micronaut.$Scheduler$Definition",
                "",
                "LICENSE.txt",
                "one",
                "module-info.class",
                "one"));
    Path second =
        jar(
            "second.jar",
            Map.of(
                "b/B.class",
                "B",
                "META-INF/MANIFEST.MF",
                "two",
                "META-INF/services/a.Service",
                "a.Two",
                BEANS + "com.avonsolutions.$Two$Definition",
                "",
                "META-INF/versions/9/module-info.class",
                "two"));

    Path made = folder.resolve("lib/function.jar");
    LayOutFunction.main(new String[] {made.toString(), first.toString(), second.toString()});

    try (JarFile jar = new JarFile(made.toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactly(
              "META-INF/services/a.Service",
              "META-INF/services/io.micronaut.inject.BeanDefinitionReference",
              "a/b/A.class",
              "b/B.class");
      assertThat(jar.stream().map(ZipEntry::getName)).contains("a/b/");
      assertThat(jar.stream().map(ZipEntry::getMethod)).containsOnly(ZipEntry.STORED);
      assertThat(text(jar, "a/b/A.class")).isEqualTo("A");
      assertThat(text(jar, "META-INF/services/a.Service")).isEqualTo("a.One\na.Two");
      assertThat(text(jar, "META-INF/services/io.micronaut.inject.BeanDefinitionReference"))
          .isEqualTo("com.avonsolutions.$One$Definition\ncom.avonsolutions.$Two$Definition");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"domain.jar", "web.jar"})
  void main_shouldTakeOurClassAndLeaveTheSdksDataOut_whereverItsJarStands(String name)
      throws IOException {
    String provider = "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";
    Path ours = jar(name, Map.of(provider, "ours"));
    Path theirs =
        jar(
            "regions.jar",
            Map.of(
                provider,
                "theirs",
                "software/amazon/awssdk/regions/Region.class",
                "a region",
                "software/amazon/awssdk/regions/servicemetadata/SqsServiceMetadata.class",
                "SQS"));

    Path made = folder.resolve("function.jar");
    String[] jars = {ours.toString(), theirs.toString()};
    Arrays.sort(jars);
    LayOutFunction.main(new String[] {made.toString(), jars[0], jars[1]});

    try (JarFile jar = new JarFile(made.toFile())) {
      assertThat(jar.stream().filter(entry -> !entry.isDirectory()).map(ZipEntry::getName))
          .containsExactly(provider, "software/amazon/awssdk/regions/Region.class");
      assertThat(text(jar, provider)).isEqualTo("ours");
    }
  }

  @Test
  void main_shouldFail_whenTwoJarsHaveDifferentFilesOfOneName() throws IOException {
    Path first = jar("first.jar", Map.of("a/A.class", "A"));
    Path second = jar("second.jar", Map.of("a/A.class", "another"));

    assertThatThrownBy(
            () ->
                LayOutFunction.main(
                    new String[] {
                      folder.resolve("out.jar").toString(), first.toString(), second.toString()
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("second.jar")
        .hasMessageContaining("a/A.class");
  }

  @Test
  void main_shouldWriteEqualJars_fromEqualInput() throws IOException {
    Path jar = jar("first.jar", Map.of("a/b/A.class", "A", "META-INF/services/a.Service", "a.One"));

    for (String name : new String[] {"one.jar", "other.jar"}) {
      LayOutFunction.main(new String[] {folder.resolve(name).toString(), jar.toString()});
    }

    assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("other.jar"));
  }

  private static String text(JarFile jar, String name) throws IOException {
    return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), UTF_8);
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    Path jar = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(UTF_8));
      }
    }
    return jar;
  }
}
