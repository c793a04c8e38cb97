package dev.sayonce;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The walls of the house. A rule that is in the way is a question to the house, not to the rule.
 */
class ArchitectureTest {

  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.sayonce");

  private static final String[] PURE = {"dev.sayonce.conversation..", "dev.sayonce.flow.."};

  @Test
  void importsPointTowardsTheCore() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("flow")
        .definedBy("dev.sayonce.flow..")
        .layer("conversation")
        .definedBy("dev.sayonce.conversation..")
        .layer("redis")
        .definedBy("dev.sayonce.redis..")
        .layer("engine")
        .definedBy("dev.sayonce.engine..")
        .layer("feature")
        .definedBy(
            "dev.sayonce.staff..",
            "dev.sayonce.knowledge..",
            "dev.sayonce.learning..",
            "dev.sayonce.handoff..",
            "dev.sayonce.action..",
            "dev.sayonce.rehearsal..",
            "dev.sayonce.attachment..",
            "dev.sayonce.backup..",
            "dev.sayonce.channel..")
        .layer("face")
        .definedBy(
            "dev.sayonce.console..",
            "dev.sayonce.platform..",
            "dev.sayonce.demo..",
            "dev.sayonce.cli..",
            "dev.sayonce.watch..")
        .whereLayer("conversation")
        .mayOnlyAccessLayers("flow")
        .whereLayer("flow")
        .mayNotAccessAnyLayer()
        .whereLayer("redis")
        .mayOnlyAccessLayers("conversation", "flow")
        .whereLayer("engine")
        .mayOnlyAccessLayers("redis", "conversation", "flow")
        .whereLayer("feature")
        .mayOnlyAccessLayers("engine", "redis", "conversation", "flow")
        .whereLayer("face")
        .mayOnlyAccessLayers("feature", "engine", "redis", "conversation", "flow")
        .check(PRODUCT);
  }

  @Test
  void roomsFormNoCircle() {
    slices().matching("dev.sayonce.(**)").should().beFreeOfCycles().check(PRODUCT);
  }

  @Test
  void coreKnowsNoFrameworkAndNoClock() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("org.springframework..", "reactor..", "io.lettuce..", "org.slf4j..")
                .or(JavaClass.Predicates.equivalentTo(java.time.Clock.class)))
        .check(PRODUCT);
    noClasses()
        .that(resideInAPackage("dev.sayonce.conversation.."))
        .should()
        .dependOnClassesThat(resideInAnyPackage("com.fasterxml..", "tools.jackson.."))
        .check(PRODUCT);
  }

  @Test
  void coreDoesNotLookAtTheClock() {
    noClasses()
        .that(resideInAnyPackage(PURE))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(PRODUCT);
  }

  @Test
  void redisShowsOnlyWhereItsNameSaysSo() {
    noClasses()
        .that(
            not(
                resideInAPackage("dev.sayonce.redis..")
                    .or(simpleNameEndingWith("Store"))
                    .or(simpleNameEndingWith("Queue"))
                    .or(simpleNameEndingWith("Presence"))
                    .or(simpleNameEndingWith("Lease"))))
        .should()
        .dependOnClassesThat(resideInAPackage("io.lettuce.."))
        .check(PRODUCT);
  }

  @Test
  void learningShowsOnlyInKnowledge() {
    noClasses()
        .that(not(resideInAPackage("dev.sayonce.knowledge..")))
        .should()
        .dependOnClassesThat(resideInAnyPackage("de.bwaldvogel..", "ai.onnxruntime.."))
        .check(PRODUCT);
  }

  @Test
  void nothingBlocks() {
    noClasses()
        .should()
        .callMethod(Mono.class, "block")
        .orShould()
        .callMethod(Mono.class, "block", java.time.Duration.class)
        .orShould()
        .callMethod(Flux.class, "blockFirst")
        .orShould()
        .callMethod(Flux.class, "blockLast")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(PRODUCT);
  }

  @Test
  void namesSaySomething() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .orShould()
        .haveSimpleNameEndingWith("Dto")
        .check(PRODUCT);
  }

  @Test
  void everyPackageIsNullMarked() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(PRODUCT);
  }
}
