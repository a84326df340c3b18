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
 * Merges a function's jars into one. Its entries are stored without compression, because a cold
 * start spends its time reading them, and the deployed zip is compressed anyway: figures in
 * docs/performance.md. The AOT cache of a container image needs a jar, not a folder.
 */
public final class LayOutFunction {
  private static final String SERVICES = "META-INF/services/";

  /**
   * Micronaut names each bean by a file and searches the whole jar for them. FunctionContext reads
   * a list instead.
   */
  private static final Pattern BEAN =
      Pattern.compile(
          "META-INF/micronaut/(io\\.micronaut\\.inject\\.BeanDefinitionReference)/"
              + "(com\\.avonsolutions\\..*)");

  /** Files that a running function never reads. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("META-INF/(?!services/).*|(.*/)?module-info\\.class|(LICENSE|NOTICE)[^/]*");

  /** The only class of the SDK that a class of ours replaces: docs/startup.md. */
  private static final String REPLACED =
      "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider.class";

  /** The jar with the SDK's version of it. */
  private static final String SDK_JAR = "regions";

  /** Classes that only the replaced class uses. */
  private static final String UNUSED = "software/amazon/awssdk/regions/servicemetadata/";

  /** The earliest time that a jar can hold, so that equal input gives an equal jar. */
  private static final long FIXED_TIME = 315_532_800_000L;

  private final Map<String, byte[]> files = new TreeMap<>();
  private boolean replaced;

  private LayOutFunction() {}

  /**
   * Merges jars.
   *
   * @param args the jar to write, then the jars to read
   */
  public static void main(String[] args) throws IOException {
    LayOutFunction layOut = new LayOutFunction();
    for (String jar : Arrays.asList(args).subList(1, args.length)) {
      layOut.add(Path.of(jar));
    }
    if (layOut.replaced) {
      layOut.files.keySet().removeIf(file -> file.startsWith(UNUSED));
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
      throw new IOException(jar + " and an earlier jar have different files " + name);
    }
  }

  /** Joins lists of service providers, one per line. */
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
        entry.setTime(FIXED_TIME);
        entry.setSize(member.getValue().length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(member.getValue());
        zip.closeEntry();
      }
    }
  }
}
