package com.avonsolutions.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.avonsolutions.circle.one.One;
import com.avonsolutions.circle.two.Two;
import com.avonsolutions.sandbox.Project;
import com.fasterxml.jackson.core.JsonFactory;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rules over the classes of all modules, as far as no pom can enforce them. The poms enforce the
 * rest: a function does not see another function, a library does not see a function, and AWS is not
 * on the compile path of a function.
 */
class ArchitectureTest {
  private static final String ROOT = "com.avonsolutions.";
  private static final String HANDLER = ROOT + "web.function.FunctionHandler";
  private static final String AWS_SDK = "software.amazon.awssdk..";

  private static final JavaClasses DEPLOYED = classesOf("functions", "libraries");
  private static final JavaClasses ALL =
      classesOf("functions", "libraries", "staff", "local", "tools", "bench");

  private static final ArchRule NO_CIRCLE =
      slices().matching(ROOT + "(**)").should().beFreeOfCycles();

  private static final ArchRule NAMED_BY_WHAT_THEY_DO =
      noClasses().should().haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?)");

  /** The rules for what is deployed, each with a class that breaks it. */
  static List<Arguments> rulesOfWhatIsDeployed() {
    return List.of(
        arguments(
            noClasses()
                .that(
                    not(
                        resideInAnyPackage(
                            ROOT + "aws..",
                            ROOT + "deliveries.aws..",
                            ROOT + "mail.ses..",
                            ROOT + "web.startup..",
                            AWS_SDK)))
                .should()
                .dependOnClassesThat(resideInAPackage(AWS_SDK))
                .because("only adapters, and what makes a start quick, know the SDK"),
            Broken.UsesTheSdk.class),
        arguments(
            noClasses()
                .should()
                .dependOnClassesThat(
                    resideInAnyPackage(
                        ROOT + "sandbox..",
                        ROOT + "build..",
                        ROOT + "local..",
                        ROOT + "staff..",
                        ROOT + "bench.."))
                .because("what is never deployed cannot be reached from what is"),
            Broken.UsesTheSandbox.class),
        arguments(
            noClasses()
                .that(not(resideInAPackage(ROOT + "text.json..")))
                .and(
                    not(
                        resideInAnyPackage(
                            ROOT + "aws.dynamodb..", ROOT + "aws.sqs..", ROOT + "web.form..")))
                .should()
                .dependOnClassesThat(resideInAPackage("com.fasterxml.jackson.."))
                .because("one package reads and writes JSON; three others stream it"),
            Broken.UsesJackson.class),
        arguments(
            noClasses()
                .that(not(resideInAPackage(ROOT + "text.json..")))
                .should()
                .callConstructor(JsonFactory.class)
                .orShould()
                .callMethod(JsonFactory.class, "builder")
                .because("the one factory is strict"),
            Broken.MakesAJsonFactory.class),
        arguments(
            classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .and(not(resideInAnyPackage(ROOT + "aws..", ROOT + "deliveries.aws..")))
                .should()
                .beInterfaces(),
            Broken.NotesStore.class),
        arguments(
            classes()
                .that()
                .haveSimpleNameEndingWith("Store")
                .and(resideInAnyPackage(ROOT + "aws..", ROOT + "deliveries.aws.."))
                .should()
                .haveSimpleNameStartingWith("DynamoDb")
                .andShould()
                .notBePublic()
                .andShould()
                .beAssignableTo(
                    INTERFACES
                        .and(resideInAnyPackage(ROOT + "domain..", ROOT + "deliveries"))
                        .as("a store of the domain or of deliveries")),
            com.avonsolutions.aws.broken.NotesStore.class),
        arguments(
            classes()
                .that(assignableTo(HANDLER))
                .or()
                .haveSimpleNameEndingWith("Handler")
                .should()
                .haveSimpleNameEndingWith("Handler")
                .andShould()
                .beAssignableTo(HANDLER),
            Broken.NotesHandler.class),
        arguments(
            noClasses()
                .that()
                .doNotHaveSimpleName("RequestLog")
                .should()
                .dependOnClassesThat(resideInAPackage("java.util.logging.."))
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("one class writes to standard output, and never personal data"),
            Broken.Prints.class),
        arguments(
            fields()
                .that()
                .areDeclaredInClassesThat(not(assignableTo(HANDLER)))
                .should()
                .notBeAnnotatedWith("jakarta.inject.Inject"),
            Broken.InjectsAField.class));
  }

  @ParameterizedTest
  @MethodSource("rulesOfWhatIsDeployed")
  void deployedClasses_shouldKeepTheRule(ArchRule rule, Class<?> broken) {
    rule.check(DEPLOYED);
    assertThat(violations(rule, broken)).isNotEmpty();
  }

  @Test
  void packages_shouldFormNoCircle() {
    NO_CIRCLE.check(ALL);
    assertThat(violations(NO_CIRCLE, One.class, Two.class)).isNotEmpty();
  }

  @Test
  void commands_shouldRunWithoutATestLibrary() {
    noClasses()
        .that(not(assignableTo("org.junit.jupiter.api.extension.Extension")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("org.junit..", "org.assertj.."))
        .because("what make starts has no test library on its class path")
        .check(ALL);
  }

  @Test
  void classes_shouldBeNamedByWhatTheyDo() {
    NAMED_BY_WHAT_THEY_DO.check(ALL);
    assertThat(violations(NAMED_BY_WHAT_THEY_DO, Broken.NotesUtils.class)).isNotEmpty();
  }

  @Test
  void packages_shouldSayWhatLivesThereAndWhatMayNot() throws IOException {
    Collection<Path> silent = new TreeSet<>();
    for (Path sources :
        modules("src/main/java", "functions", "libraries", "staff", "local", "tools", "bench")) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .map(file -> file.resolveSibling("package-info.java"))
            .filter(info -> !info.toString().contains("awssdk"))
            .filter(info -> !saysTwoThings(info))
            .forEach(silent::add);
      }
    }

    assertThat(silent).as("package-info.java without two sentences, or missing").isEmpty();
  }

  @Test
  void packages_shouldBeFound_whenTheySayOneThing(@TempDir Path folder) throws IOException {
    Path info = folder.resolve("package-info.java");

    assertThat(saysTwoThings(info)).isFalse();
    assertThat(saysTwoThings(Files.writeString(info, "/** Notes. */\npackage a.b;"))).isFalse();
    assertThat(saysTwoThings(Files.writeString(info, "/** Notes. No adapters. */\npackage a.b;")))
        .isTrue();
  }

  private static List<String> violations(ArchRule rule, Class<?>... broken) {
    return rule.evaluate(new ClassFileImporter().importClasses(broken))
        .getFailureReport()
        .getDetails();
  }

  private static boolean saysTwoThings(Path info) {
    try {
      return Files.exists(info) && Files.readString(info).split("\\.\\s", -1).length > 2;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JavaClasses classesOf(String... folders) {
    JavaClasses classes =
        new ClassFileImporter()
            // Templates are generated, and Micronaut's bean definitions are named with a $.
            .withImportOption(location -> !location.contains("/templates/"))
            .withImportOption(location -> !location.contains("/$"))
            .importPaths(modules("target/classes", folders));
    assertThat(classes).as("compiled classes of %s", Arrays.toString(folders)).isNotEmpty();
    return classes;
  }

  /** A folder of every module that lies in, or is, one of these. */
  private static List<Path> modules(String folder, String... parents) {
    return Stream.of(parents)
        .map(Project.root()::resolve)
        .flatMap(parent -> Stream.concat(Stream.of(parent), children(parent)))
        // Folders of former modules stay in older working copies, with what was built there.
        .filter(module -> Files.exists(module.resolve("pom.xml")))
        .map(module -> module.resolve(folder))
        .filter(Files::isDirectory)
        .toList();
  }

  private static Stream<Path> children(Path parent) {
    try (Stream<Path> children = Files.list(parent)) {
      return children.toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
