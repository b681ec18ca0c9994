package io.trainyard;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Holds the rooms of the core to their arrows: pointing down, as ARCHITECTURE.md draws them. */
@AnalyzeClasses(packages = "io.trainyard", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule arrows_point_down = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("time")
            .definedBy("io.trainyard.time..")
            .layer("market")
            .definedBy("io.trainyard.market..")
            .layer("store")
            .definedBy("io.trainyard.store..")
            .layer("portfolio")
            .definedBy("io.trainyard.portfolio..")
            .layer("training")
            .definedBy("io.trainyard.training..")
            .layer("strategy")
            .definedBy("io.trainyard.strategy..")
            .layer("host")
            .definedBy("io.trainyard.host..")
            .whereLayer("time")
            .mayNotAccessAnyLayer()
            .whereLayer("market")
            .mayOnlyAccessLayers("time")
            .whereLayer("store")
            .mayOnlyAccessLayers("time")
            .whereLayer("portfolio")
            .mayOnlyAccessLayers("market", "time")
            .whereLayer("training")
            .mayOnlyAccessLayers("store", "market", "time")
            .whereLayer("strategy")
            .mayOnlyAccessLayers("training", "store", "portfolio", "market", "time")
            .whereLayer("host")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("io.trainyard.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_ledger_of_runs_knows_no_other_room = noClasses()
            .that()
            .resideInAPackage("io.trainyard.training.ledger..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.trainyard..").and(not(resideInAPackage("io.trainyard.training.ledger.."))));

    @ArchTest
    static final ArchRule flight_recordings_know_no_other_room = noClasses()
            .that()
            .resideInAPackage("io.trainyard.training.flight..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.trainyard..").and(not(resideInAPackage("io.trainyard.training.flight.."))));

    @ArchTest
    static final ArchRule one_room_knows_flight_recordings = noClasses()
            .that()
            .resideOutsideOfPackage("io.trainyard.training.flight..")
            .should()
            .dependOnClassesThat(resideInAPackage("jdk.jfr.."));

    @ArchTest
    static final ArchRule clocks_are_read_in_one_package = noClasses()
            .that()
            .resideOutsideOfPackage("io.trainyard.time..")
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
            .callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule json_and_xml_stay_in_the_store_and_the_readers_of_data = classes()
            .that(resideInAnyPackage("io.trainyard.."))
            .and()
            .resideOutsideOfPackages("io.trainyard.store..", "io.trainyard.market.data..")
            .should()
            .onlyDependOnClassesThat()
            .resideOutsideOfPackage("tools.jackson..");
}
