package io.trainyard.learning;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Holds the rooms of the module to what their package-infos say. */
@AnalyzeClasses(packages = "io.trainyard.learning", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule learning_knows_bars_statistics_and_the_jdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard.learning..",
                    "io.trainyard.market",
                    "java..",
                    "org.apache.commons.math3..",
                    "org.apache.commons.statistics..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule rooms_do_not_know_each_other =
            slices().matching("io.trainyard.learning.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule what_rooms_share_knows_no_room = classes()
            .that()
            .resideInAPackage("io.trainyard.learning")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.trainyard.learning", "io.trainyard.market", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule clocks_are_read_elsewhere = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(Thread.class, "sleep", long.class);
}
