package io.trainyard.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Drivers know the core, JUnit and AssertJ, no other room of the kit, and no clock but their own. */
@AnalyzeClasses(packages = "io.trainyard.testkit", importOptions = ImportOption.DoNotIncludeTests.class)
final class DriverRoomTest {

    @ArchTest
    static final ArchRule drivers_know_no_other_room_of_the_kit = noClasses()
            .that()
            .resideInAPackage("io.trainyard.testkit")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.trainyard.testkit.*..");

    @ArchTest
    static final ArchRule drivers_use_what_is_declared = classes()
            .that()
            .resideInAPackage("io.trainyard.testkit")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard..", "java..", "org.jspecify.annotations", "org.junit..", "org.assertj.core..");

    @ArchTest
    static final ArchRule no_clock_is_read = noClasses()
            .that()
            .resideInAPackage("io.trainyard.testkit")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
