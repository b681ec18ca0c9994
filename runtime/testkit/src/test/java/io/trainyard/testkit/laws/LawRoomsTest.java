package io.trainyard.testkit.laws;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.ZoneId;

/** Laws know bars; bars and the compile-time harness know the core and the JDK; no clock is read. */
@AnalyzeClasses(packages = "io.trainyard.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
final class LawRoomsTest {

    @ArchTest
    static final ArchRule bars_know_no_tests = noClasses()
            .that()
            .resideInAPackage("io.trainyard.testkit.bars..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "io.trainyard.testkit", "io.trainyard.testkit.laws..");

    @ArchTest
    static final ArchRule the_harness_uses_the_jdk_alone = noClasses()
            .that()
            .resideInAPackage("io.trainyard.testkit.compile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.junit..", "org.assertj..", "com..", "dagger..", "io.trainyard.host..");

    @ArchTest
    static final ArchRule class_files_are_rewritten_in_one_place = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(Rewriter.class.getName())
            .and()
            .haveNameNotMatching(".*\\.Rewriter\\$.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.objectweb.asm..");

    @ArchTest
    static final ArchRule no_clock_is_read = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.trainyard.testkit.bars..", "io.trainyard.testkit.laws..", "io.trainyard.testkit.compile..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
