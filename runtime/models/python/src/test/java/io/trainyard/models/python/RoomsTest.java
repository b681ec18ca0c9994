package io.trainyard.models.python;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Holds the bridge to what its package-info says. */
@AnalyzeClasses(packages = "io.trainyard.models.python", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule the_bridge_knows_trainings_and_the_store_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard.models.python",
                    "io.trainyard.training",
                    "io.trainyard.store",
                    "java..",
                    "javax.crypto..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "org.jspecify..");

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
