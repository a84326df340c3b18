package com.avonsolutions.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes one jar of a function's jars. Its members are not compressed, because reading them is what
 * a start spends its time on, and the zip around them is; the figures are in docs/performance.md.
 * An archive of loaded classes, as container images have one, fits a jar but no folder.
 */
public final class LayOutFunction {
  private static final String SERVICES = "META-INF/services/";

  /**
   * Beans, as Micronaut names them: a file each, for which it would search the whole jar. The
   * function's context reads a list instead.
   */
  private static final Pattern BEAN =
      Pattern.compile(
          "META-INF/micronaut/(io\\.micronaut\\.inject\\.BeanDefinitionReference)/"
              + "(com\\.avonsolutions\\..*)");

  /** What a running function never reads. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/(?!services/).*|(.*/)?module-info\\.class|(LICENSE|NOTICE)[^/]*");

  /** The one class of the SDK that a class of ours replaces, see there. */
  private static final String REPLACED =
      "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

  /** The jar that has the SDK's version of it. */
  private static final String SDK_JAR = "regions";

  /** What only that class has read. */
  private static final String UNREAD = "software/amazon/awssdk/regions/servicemetadata/";

  /** The first day that a jar can name, so that equal input gives an equal jar. */
  private static final long NO_TIME = 315_532_800_000L;

  private final Map<String, byte[]> files = new TreeMap<>();
  private boolean replaced;

  private LayOutFunction() {}

  /**
   * Runs in the build.
   *
   * @param args the jar to make, and those to make it of
   */
  public static void main(String[] args) throws IOException {
    LayOutFunction layOut = new LayOutFunction();
    for (String jar : Arrays.asList(args).subList(1, args.length)) {
      layOut.add(Path.of(jar));
    }
    if (layOut.replaced) {
      layOut.files.keySet().removeIf(file -> file.startsWith(UNREAD));
    }
    layOut.write(Path.of(args[0]));
  }

  private void add(Path jar) throws IOException {
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(jar))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        String name = entry.getName();
        Matcher bean = BEAN.matcher(name);
        if (bean.matches()) {
          add(jar, SERVICES + bean.group(1), bean.group(2).getBytes(UTF_8));
        } else if (!entry.isDirectory() && !LEFT_OUT.matcher(name).matches()) {
          add(jar, name, entries.readAllBytes());
        }
      }
    }
  }

  private void add(Path jar, String name, byte[] content) throws IOException {
    byte[] earlier = files.putIfAbsent(name, content);
    if (earlier != null && name.startsWith(SERVICES)) {
      files.put(name, joined(earlier, content));
    } else if (earlier != null && name.equals(REPLACED)) {
      if (!jar.getFileName().toString().startsWith(SDK_JAR)) {
        files.put(name, content);
      }
      replaced = true;
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

  private void write(Path jar) throws IOException {
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
