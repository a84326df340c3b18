package com.avonsolutions.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** What holds for the classes of every module, checked by a test of each. */
public final class ArchitectureRules {
  private static final String ROOT = "com.avonsolutions.";
  private static final String[] LIBRARIES = {ROOT + "domain..", ROOT + "web.."};
  private static final String HANDLER = ROOT + "web.FunctionHandler";

  private static final ArchRule SDK_STAYS_IN_ADAPTERS =
      noClasses()
          .that()
          .resideOutsideOfPackages("..aws..", "..dynamodb..", "..ssm..", "..sqs..")
          // A refusal of AWS is told in the log by its error code and request id.
          .and(not(simpleName("RequestLog")))
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..");

  private static final ArchRule LOG_NAMES_ONE_EXCEPTION =
      noClasses()
          .that()
          .haveSimpleName("RequestLog")
          .should()
          .dependOnClassesThat(
              resideInAPackage("software.amazon.awssdk..")
                  .and(not(resideInAPackage("software.amazon.awssdk.awscore.exception"))));

  private static final ArchRule STORES_ARE_INTERFACES =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .and(resideOutsideOfPackage("..dynamodb.."))
          .should()
          .beInterfaces();

  private static final ArchRule STORES_HAVE_ADAPTERS =
      classes()
          .that()
          .haveSimpleNameEndingWith("Store")
          .and()
          .resideInAPackage("..dynamodb..")
          .should()
          .haveSimpleNameStartingWith("DynamoDb")
          .andShould()
          .notBePublic()
          .andShould()
          .beAssignableTo(
              INTERFACES.and(resideInAPackage(ROOT + "domain..")).as("a store of the domain"));

  private static final ArchRule HANDLERS_ARE_NAMED_SO =
      classes()
          .that(assignableTo(HANDLER))
          .or()
          .haveSimpleNameEndingWith("Handler")
          .should()
          .haveSimpleNameEndingWith("Handler")
          .andShould()
          .beAssignableTo(HANDLER);

  private static final ArchRule ONE_WRITER_TO_STANDARD_OUTPUT =
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
          .accessField(System.class, "err");

  private static final ArchRule NAMES_SAY_WHAT_A_CLASS_DOES =
      noClasses().should().haveNameMatching(".*(Impl|Utils?|Helpers?|Managers?)");

  private static final ArchRule CONSTRUCTORS_INJECT =
      fields()
          .that()
          .areDeclaredInClassesThat(not(assignableTo(HANDLER)))
          .should()
          .notBeAnnotatedWith("jakarta.inject.Inject");

  private ArchitectureRules() {}

  /**
   * Holds the rules against the compiled classes of one module.
   *
   * @param module its package below com.avonsolutions, e.g. {@code contact}
   */
  public static void check(String module) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new DoNotIncludeTests())
            // Templates are generated, and Micronaut's bean definitions are named with a $.
            .withImportOption(location -> !location.contains("/templates/"))
            .withImportOption(location -> !location.contains("/$"))
            .importPackages(ROOT + module);
    assertThat(classes).as("compiled classes of " + module).isNotEmpty();
    ArchRule modulesStandAlone =
        noClasses()
            .should()
            .dependOnClassesThat(
                resideInAPackage(ROOT + ".").and(not(resideInAnyPackage(allowed(module)))))
            .as("Functions share code through domain and web and do not know each other");
    for (ArchRule rule :
        List.of(
            modulesStandAlone,
            SDK_STAYS_IN_ADAPTERS,
            LOG_NAMES_ONE_EXCEPTION,
            STORES_ARE_INTERFACES,
            STORES_HAVE_ADAPTERS,
            HANDLERS_ARE_NAMED_SO,
            ONE_WRITER_TO_STANDARD_OUTPUT,
            NAMES_SAY_WHAT_A_CLASS_DOES,
            CONSTRUCTORS_INJECT)) {
      rule.allowEmptyShould(true).check(classes);
    }
  }

  /** The libraries' order: domain knows nobody, web knows domain, functions know both. */
  private static String[] allowed(String module) {
    return switch (module) {
      case "domain" -> new String[] {LIBRARIES[0]};
      case "web" -> LIBRARIES;
      default -> new String[] {LIBRARIES[0], LIBRARIES[1], ROOT + module + ".."};
    };
  }
}
