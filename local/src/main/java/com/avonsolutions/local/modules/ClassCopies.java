package com.avonsolutions.local.modules;

import com.avonsolutions.staff.UserError;
import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A temporary folder with copies of the modules' classes. A JVM loads classes when it first needs
 * them, and a build in another window rewrites and deletes those in {@code target}.
 */
public final class ClassCopies implements AutoCloseable {
  private static final String PREFIX = "avon-local-";
  private static final Pattern NAME = Pattern.compile(PREFIX + "([0-9]{1,18})-.*");

  private final Path folder;

  private ClassCopies(Path folder) {
    this.folder = folder;
  }

  /** Makes the folder, and deletes those of servers that were killed. */
  public static ClassCopies create() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
    try {
      deleteLeftovers(temporary);
      return new ClassCopies(
          Files.createTempDirectory(temporary, PREFIX + ProcessHandle.current().pid() + "-"));
    } catch (IOException e) {
      throw full(temporary, e);
    }
  }

  /** Uses a folder that another class loader of this process made. */
  public static ClassCopies in(Path folder) {
    return new ClassCopies(folder);
  }

  private static UserError full(Path folder, IOException failure) {
    return new UserError(
        "Cannot copy classes to "
            + folder
            + " ("
            + failure.getMessage()
            + "): free some space there, or name another folder with the system property"
            + " java.io.tmpdir.",
        failure);
  }

  public Path folder() {
    return folder;
  }

  /** The copies of class paths by function. */
  public Map<String, List<Path>> of(Map<String, List<Path>> classPaths) {
    Map<String, List<Path>> copies = new LinkedHashMap<>(classPaths);
    copies.replaceAll((function, classPath) -> of(classPath));
    return copies;
  }

  /** The copies of a class path. */
  public List<Path> of(List<Path> classPath) {
    return classPath.stream().map(this::of).toList();
  }

  /**
   * The copy of an entry of a class path, made once. Jars of the repository stay where they are.
   */
  public Path of(Path entry) {
    if (!isBuilt(entry)) {
      return entry;
    }
    Path copy = folder.resolve(name(entry));
    if (Files.notExists(copy)) {
      try {
        if (Files.isDirectory(entry)) {
          pack(entry, copy);
        } else {
          Files.copy(entry, copy);
        }
      } catch (IOException | UncheckedIOException e) {
        throw full(folder, e instanceof IOException cause ? cause : new IOException(e));
      }
    }
    return copy;
  }

  private static boolean isBuilt(Path entry) {
    return Files.isDirectory(entry) || entry.resolveSibling("").endsWith("target");
  }

  /** E.g. {@code domain-1a2b3c.jar}: readable in a stack trace, and one for each path. */
  private static String name(Path entry) {
    Path path = entry.toAbsolutePath().normalize();
    Path module = path.resolve("../..").normalize();
    return module.getFileName() + "-" + Integer.toHexString(path.hashCode()) + ".jar";
  }

  /** Writing one file is several times as fast as writing hundreds. */
  private static void pack(Path classes, Path jar) throws IOException {
    try (ZipOutputStream zip =
            new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(jar)));
        Stream<Path> files = Files.walk(classes)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : (Iterable<Path>) files.skip(1)::iterator) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        boolean isFolder = Files.isDirectory(file);
        // Micronaut looks for folders too.
        zip.putNextEntry(new ZipEntry(isFolder ? name + "/" : name));
        if (!isFolder) {
          zip.write(Files.readAllBytes(file));
        }
      }
    }
  }

  private static void deleteLeftovers(Path temporary) throws IOException {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(temporary, PREFIX + "*")) {
      for (Path folder : folders) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
          deleteAll(folder);
        }
      }
    }
  }

  /** Deletes what it can: another user's files stay, and on Windows open ones. */
  public static void deleteAll(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      // The next server tries again.
    }
  }

  @Override
  public void close() {
    deleteAll(folder);
  }
}
