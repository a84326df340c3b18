package com.avonsolutions.local.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A function's module or a library. */
record Module(Path folder) {
  private static final Pattern OWN_DEPENDENCY =
      Pattern.compile(
          "<dependency>\\s*<groupId>com\\.avonsolutions</groupId>\\s*<artifactId>([^<]+)<");

  static List<Module> all(Path root) throws IOException {
    List<Module> modules = new ArrayList<>();
    for (String parent : List.of("libraries", "functions")) {
      if (Files.isDirectory(root.resolve(parent))) {
        try (Stream<Path> folders = Files.list(root.resolve(parent))) {
          folders
              .filter(folder -> Files.isDirectory(folder.resolve("src/main")))
              .sorted()
              .forEach(folder -> modules.add(new Module(folder)));
        }
      }
    }
    return modules;
  }

  /** The folder's name, which is the artifact's too. */
  String name() {
    return String.valueOf(folder.getFileName());
  }

  /** The sources of a kind, e.g. {@code java} or {@code content}. */
  Path sources(String kind) {
    return folder.resolve("src/main").resolve(kind);
  }

  Path classes() {
    return folder.resolve("target/classes");
  }

  /** Whether an entry of a class path was built from this module: its classes or its jar. */
  boolean built(Path entry) {
    return entry.startsWith(folder.resolve("target"));
  }

  /** The names of the project's modules in this module's pom. */
  Set<String> dependencies() throws IOException {
    Path pom = folder.resolve("pom.xml");
    Set<String> names = new HashSet<>();
    if (Files.exists(pom)) {
      Matcher dependency = OWN_DEPENDENCY.matcher(Files.readString(pom));
      while (dependency.find()) {
        names.add(dependency.group(1));
      }
    }
    return names;
  }
}
