package com.avonsolutions.local.modules;

import com.avonsolutions.staff.UserError;
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
        copyAll(entry, copy);
      } catch (IOException | UncheckedIOException e) {
        throw full(folder, e instanceof IOException cause ? cause : new IOException(e));
      }
    }
    return copy;
  }

  private static boolean isBuilt(Path entry) {
    return Files.isDirectory(entry) || entry.resolveSibling("").endsWith("target");
  }

  /** E.g. {@code domain-1a2b3c-classes}: readable in a stack trace, and one for each path. */
  private static String name(Path entry) {
    Path path = entry.toAbsolutePath().normalize();
    Path module = path.resolve("../..").normalize();
    return module.getFileName()
        + "-"
        + Integer.toHexString(path.hashCode())
        + "-"
        + path.getFileName();
  }

  /** Copies a file, or a folder with everything in it. */
  public static void copyAll(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
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
