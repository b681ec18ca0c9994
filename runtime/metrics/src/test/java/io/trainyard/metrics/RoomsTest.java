package io.trainyard.metrics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Holds the metrics to what their package-info says. */
@AnalyzeClasses(packages = "io.trainyard.metrics", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule metrics_know_hosts_and_micrometer_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard.metrics..",
                    "io.trainyard.host",
                    "io.trainyard.training",
                    "io.trainyard.store",
                    "io.micrometer.core..",
                    "java..",
                    "org.jspecify..");
}
