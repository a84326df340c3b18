package com.avonsolutions.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints how many tests ran in all modules, and which were skipped and why; with {@code --times}
 * also where their time went. Reads the reports of Surefire.
 */
public final class TestSummary {
  private static final String REPORTS = "target/surefire-reports";
  private static final int SLOWEST = 20;

  private TestSummary() {}

  private record TestClass(
      String module, String name, double seconds, int tests, int failed, List<String> skipped) {}

  /**
   * Prints the summary.
   *
   * @param arguments the root folder, and {@code --times} for the times
   */
  public static void main(String[] arguments) throws IOException {
    List<TestClass> classes = read(Path.of(arguments[0]));
    print(classes, System.out);
    if (List.of(arguments).contains("--times")) {
      printTimes(classes, System.out);
    }
  }

  private static void print(List<TestClass> classes, PrintStream out) {
    int tests = classes.stream().mapToInt(TestClass::tests).sum();
    int failed = classes.stream().mapToInt(TestClass::failed).sum();
    int skipped = classes.stream().mapToInt(test -> test.skipped().size()).sum();
    out.printf(
        "%d tests in %d classes: %d passed, %d failed, %d skipped%n",
        tests, classes.size(), tests - failed - skipped, failed, skipped);
    Map<String, Long> reasons =
        classes.stream()
            .flatMap(test -> test.skipped().stream())
            .collect(Collectors.groupingBy(reason -> reason, TreeMap::new, Collectors.counting()));
    reasons.forEach((reason, count) -> out.printf("  %5d  %s%n", count, reason));
  }

  private static void printTimes(List<TestClass> classes, PrintStream out) {
    Map<String, Double> modules =
        classes.stream()
            .collect(
                Collectors.groupingBy(
                    TestClass::module, Collectors.summingDouble(TestClass::seconds)));
    out.printf("%nSeconds by module%n");
    modules.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .forEach(module -> out.printf("%7.1f  %s%n", module.getValue(), module.getKey()));
    out.printf("%nSeconds of the slowest classes%n");
    classes.stream()
        .sorted(Comparator.comparingDouble(TestClass::seconds).reversed())
        .limit(SLOWEST)
        .forEach(
            test ->
                out.printf(
                    "%7.1f  %-22s %4d tests  %s%n",
                    test.seconds(), test.module(), test.tests(), test.name()));
  }

  private static List<TestClass> read(Path root) throws IOException {
    List<Path> modules;
    try (Stream<Path> folders = Files.find(root, 2, (path, type) -> type.isDirectory())) {
      modules = folders.filter(folder -> Files.isDirectory(folder.resolve(REPORTS))).toList();
    }
    List<TestClass> classes = new ArrayList<>();
    for (Path module : modules) {
      try (Stream<Path> reports = Files.list(module.resolve(REPORTS))) {
        for (Path report : reports.filter(TestSummary::isReport).toList()) {
          TestClass test = read(root.relativize(module).toString(), report);
          // The report of a class that was renamed stays.
          if (Files.exists(classFile(module, test.name()))) {
            classes.add(test);
          }
        }
      }
    }
    return classes;
  }

  private static boolean isReport(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith("TEST-") && name.endsWith(".xml");
  }

  private static Path classFile(Path module, String name) {
    return module.resolve("target/test-classes/" + name.replace('.', '/') + ".class");
  }

  private static TestClass read(String module, Path report) throws IOException {
    String name = "";
    double seconds = 0;
    int tests = 0;
    int failed = 0;
    List<String> skipped = new ArrayList<>();
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    try (InputStream file = Files.newInputStream(report)) {
      XMLStreamReader xml = factory.createXMLStreamReader(file);
      while (xml.hasNext()) {
        if (xml.next() != XMLStreamConstants.START_ELEMENT) {
          continue;
        }
        switch (xml.getLocalName()) {
          case "testsuite" -> {
            name = xml.getAttributeValue(null, "name");
            seconds = Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", ""));
          }
          case "testcase" -> tests++;
          case "failure", "error" -> failed++;
          case "skipped" -> skipped.add(reason(xml));
          default -> {
            // Properties and output.
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IOException("Cannot read " + report, e);
    }
    return new TestClass(module, name, seconds, tests, failed, List.copyOf(skipped));
  }

  private static String reason(XMLStreamReader skipped) {
    String message = skipped.getAttributeValue(null, "message");
    return message == null ? "without a reason" : message.lines().findFirst().orElse("");
  }
}
