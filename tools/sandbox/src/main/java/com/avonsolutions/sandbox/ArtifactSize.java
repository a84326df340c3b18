package com.avonsolutions.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The size of an artifact when it is deployed. */
public final class ArtifactSize {
  private ArtifactSize() {}

  /** The bytes of a folder's files in the zip that {@code sam deploy} makes of it. */
  public static long zipped(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    long bytes = 0;
    try (ZipOutputStream zip = new ZipOutputStream(OutputStream.nullOutputStream())) {
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(folder.relativize(file).toString());
        zip.putNextEntry(entry);
        Files.copy(file, zip);
        zip.closeEntry();
        bytes += entry.getCompressedSize();
      }
    }
    return bytes;
  }
}
