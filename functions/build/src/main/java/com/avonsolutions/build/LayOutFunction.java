package com.avonsolutions.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes one folder of classes, or one jar, of a function's jars. The JVM opens a file of a folder
 * quicker than an entry among sixty jars, and Micronaut looks for its beans in one place instead of
 * in each; the figures are in docs/performance.md. A container image needs a jar, because archives
 * of loaded classes know no folders.
 */
public final class LayOutFunction {
  /**
   * All that a running function reads of META-INF; the rest is for builds and licences' readers.
   */
  private static final Pattern READ = Pattern.compile("META-INF/(services|micronaut)/.*");

  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/.*|(.*/)?module-info\\.class|(LICENSE|NOTICE)[^/]*");

  private static final String SERVICES = "META-INF/services/";

  /** The first day that a jar can name, so that equal input gives an equal jar. */
  private static final long NO_TIME = 315_532_800_000L;

  private final Map<String, byte[]> files = new TreeMap<>();

  private LayOutFunction() {}

  /**
   * Runs in the build.
   *
   * @param args the target, a folder or a file that ends in {@code .jar}, and the jars
   */
  public static void main(String[] args) throws IOException {
    Path target = Path.of(args[0]);
    LayOutFunction layOut = new LayOutFunction();
    for (String jar : Arrays.asList(args).subList(1, args.length)) {
      layOut.add(Path.of(jar));
    }
    if (args[0].endsWith(".jar")) {
      layOut.writeJar(target);
    } else {
      layOut.writeFolder(target);
    }
  }

  private void add(Path jar) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName();
        if (!entry.isDirectory()
            && (READ.matcher(name).matches() || !LEFT_OUT.matcher(name).matches())) {
          add(jar, name, entries);
        }
      }
    }
  }

  private void add(Path jar, String name, InputStream entry) throws IOException {
    byte[] content = entry.readAllBytes();
    byte[] earlier = files.putIfAbsent(name, content);
    if (earlier != null && name.startsWith(SERVICES)) {
      files.put(name, joined(earlier, content));
    } else if (earlier != null && !Arrays.equals(earlier, content)) {
      throw new IOException(jar + " has another " + name + " than a jar before it");
    }
  }

  /** Providers of one service, a line each. */
  private static byte[] joined(byte[] first, byte[] second) {
    byte[] joined = Arrays.copyOf(first, first.length + 1 + second.length);
    joined[first.length] = '\n';
    System.arraycopy(second, 0, joined, first.length + 1, second.length);
    return joined;
  }

  private void writeFolder(Path folder) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey()).normalize();
      if (!path.startsWith(folder)) {
        throw new IOException(file.getKey() + " leads out of the folder");
      }
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
  }

  /** Uncompressed, because reading is what a start spends its time on. */
  private void writeJar(Path jar) throws IOException {
    Files.createDirectories(jar.toAbsolutePath().getParent());
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String name : files.keySet()) {
      for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
        all.putIfAbsent(name.substring(0, slash + 1), new byte[0]);
      }
    }
    all.putAll(files);
    try (OutputStream file = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      zip.setMethod(ZipOutputStream.STORED);
      for (Map.Entry<String, byte[]> member : all.entrySet()) {
        CRC32 sum = new CRC32();
        sum.update(member.getValue());
        ZipEntry entry = new ZipEntry(member.getKey());
        entry.setTime(NO_TIME);
        entry.setSize(member.getValue().length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
  }
}
