package com.avonsolutions.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayOutFunctionTest {
  @TempDir Path folder;

  @Test
  void main_shouldMakeOneFolderOfAllThatIsReadAtRunTime() throws IOException {
    Path first =
        jar(
            "first.jar",
            Map.of(
                "a/A.class", "A",
                "META-INF/MANIFEST.MF", "one",
                "META-INF/maven/pom.xml", "one",
                "META-INF/services/a.Service", "a.One",
                "META-INF/micronaut/a.Bean/a.One", "",
                "LICENSE.txt", "one",
                "module-info.class", "one"));
    Path second =
        jar(
            "second.jar",
            Map.of(
                "b/B.class", "B",
                "META-INF/MANIFEST.MF", "two",
                "META-INF/services/a.Service", "a.Two",
                "META-INF/versions/9/module-info.class", "two"));

    LayOutFunction.main(
        new String[] {folder.resolve("out").toString(), first.toString(), second.toString()});

    Path out = folder.resolve("out");
    assertThat(out.resolve("a/A.class")).hasContent("A");
    assertThat(out.resolve("b/B.class")).hasContent("B");
    assertThat(out.resolve("META-INF/services/a.Service")).hasContent("a.One\na.Two");
    assertThat(out.resolve("META-INF/micronaut/a.Bean/a.One")).isEmptyFile();
    assertThat(out)
        .isDirectoryRecursivelyContaining("glob:**/B.class")
        .isDirectoryNotContaining("glob:**/{LICENSE.txt,module-info.class}");
    assertThat(out.resolve("META-INF"))
        .isDirectoryNotContaining("glob:**/{MANIFEST.MF,maven,versions}");
  }

  @Test
  void main_shouldFail_whenTwoJarsDiffer() throws IOException {
    Path first = jar("first.jar", Map.of("a/A.class", "A"));
    Path second = jar("second.jar", Map.of("a/A.class", "another"));

    assertThatThrownBy(
            () ->
                LayOutFunction.main(
                    new String[] {
                      folder.resolve("out").toString(), first.toString(), second.toString()
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("second.jar")
        .hasMessageContaining("a/A.class");
  }

  @Test
  void main_shouldMakeEqualJars_whenTheTargetIsAJar() throws IOException {
    Path jar = jar("first.jar", Map.of("a/b/A.class", "A", "META-INF/services/a.Service", "a.One"));

    for (String name : new String[] {"one.jar", "other.jar"}) {
      LayOutFunction.main(new String[] {folder.resolve(name).toString(), jar.toString()});
    }

    assertThat(folder.resolve("one.jar")).hasSameBinaryContentAs(folder.resolve("other.jar"));
    try (JarFile made = new JarFile(folder.resolve("one.jar").toFile())) {
      assertThat(made.stream().map(ZipEntry::getName))
          .contains("a/b/", "a/b/A.class", "META-INF/services/a.Service");
      assertThat(made.getInputStream(made.getEntry("a/b/A.class"))).hasContent("A");
      assertThat(made.getEntry("a/b/A.class").getMethod()).isEqualTo(ZipEntry.STORED);
    }
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
