package com.avonsolutions.web.startup;

import com.avonsolutions.text.Resources;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Sample events on the class path. A module's pom is the only list of them: it copies some of
 * {@code events/}, and whatever it copied is found here, in a folder of classes or in a jar.
 */
final class SampleEvents {
  private SampleEvents() {}

  /**
   * Reads all files of a folder, by name.
   *
   * @param folder below {@code /priming}
   * @throws IOException when the folder is missing
   */
  static List<byte[]> in(String folder) throws IOException {
    String path = "priming/" + folder + "/";
    URL url = SampleEvents.class.getResource("/" + path);
    if (url == null) {
      throw new FileNotFoundException(path + ", to which the module's pom copies sample events");
    }
    List<byte[]> events = new ArrayList<>();
    for (String name : names(url, path)) {
      events.add(Resources.bytes(SampleEvents.class, "/" + name));
    }
    return events;
  }

  static List<String> names(URL url, String path) throws IOException {
    if (url.openConnection() instanceof JarURLConnection jar) {
      jar.setUseCaches(false);
      try (JarFile file = jar.getJarFile()) {
        return file.stream()
            .map(ZipEntry::getName)
            .filter(name -> name.startsWith(path) && !name.equals(path))
            .sorted()
            .toList();
      }
    }
    try (Stream<Path> files = Files.list(Path.of(URI.create(url.toString())))) {
      return files.map(file -> path + file.getFileName()).sorted().toList();
    }
  }
}
