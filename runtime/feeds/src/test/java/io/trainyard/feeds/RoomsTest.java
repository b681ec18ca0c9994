package io.trainyard.feeds;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Holds the feeds to what their package-info says. */
@AnalyzeClasses(packages = "io.trainyard.feeds", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule feeds_know_markets_and_time_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard",
                    "io.trainyard.feeds..",
                    "io.trainyard.market",
                    "io.trainyard.time",
                    "java..",
                    "javax.net.ssl..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule json_is_a_matter_of_protocols = classes()
            .that()
            .haveSimpleNameNotEndingWith("Protocol")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("tools.jackson..");

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("io.trainyard.(**)").should().beFreeOfCycles();

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
