package io.trainyard.schedule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Holds the module to values and pure functions. */
@AnalyzeClasses(packages = "io.trainyard.schedule", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule uses_the_words_of_users_and_the_jdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.trainyard", "io.trainyard.schedule..", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule reads_no_clock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(ZoneId.class, "systemDefault")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule reads_files_in_one_place_only = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.trainyard.schedule.calendar.MarketResources")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io", "java.net", "java.nio.file");

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("io.trainyard.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule calendars_know_nothing_of_schedules = noClasses()
            .that()
            .resideInAPackage("io.trainyard.schedule.calendar")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.trainyard.schedule");

    @ArchTest
    static final ArchRule schedules_know_nothing_of_what_is_made_with_them = noClasses()
            .that()
            .resideInAnyPackage("io.trainyard.schedule", "io.trainyard.schedule.calendar")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.trainyard.schedule.proof", "io.trainyard.schedule.declared");

    @ArchTest
    static final ArchRule proofs_know_nothing_of_declarations = noClasses()
            .that()
            .resideInAPackage("io.trainyard.schedule.proof")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.trainyard.schedule.declared");

    @ArchTest
    static final ArchRule declarations_know_nothing_of_proofs = noClasses()
            .that()
            .resideInAPackage("io.trainyard.schedule.declared")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.trainyard.schedule.proof");
}
