package com.avonsolutions.local.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The files of folders as they were at one time. Comparing times and sizes works alike on every
 * system, and for some hundred files takes a few milliseconds.
 */
record SourceFiles(Map<Path, Stamp> stamps) {

  record Stamp(long modified, long size) {}

  static SourceFiles scan(List<Path> roots) throws IOException {
    Map<Path, Stamp> stamps = new HashMap<>();
    for (Path root : roots) {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              if (!isDraft(file)) {
                stamps.put(
                    file, new Stamp(attributes.lastModifiedTime().toMillis(), attributes.size()));
              }
              return FileVisitResult.CONTINUE;
            }

            /** An absent root, or a file that was deleted in the meantime. */
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              return FileVisitResult.CONTINUE;
            }
          });
    }
    return new SourceFiles(stamps);
  }

  /** Files of editors. */
  private static boolean isDraft(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.startsWith(".") || name.endsWith("~") || name.endsWith(".tmp");
  }

  /** Files that are new, changed or gone since an earlier time. */
  Set<Path> changedSince(SourceFiles before) {
    Set<Path> changed = new HashSet<>(before.stamps.keySet());
    changed.addAll(stamps.keySet());
    changed.removeIf(file -> Objects.equals(stamps.get(file), before.stamps.get(file)));
    return changed;
  }
}
