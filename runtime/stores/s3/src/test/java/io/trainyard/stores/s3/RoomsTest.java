package io.trainyard.stores.s3;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** The store in S3 knows the store of the core and the catalogue, and nothing that runs strategies. */
@AnalyzeClasses(packages = "io.trainyard.stores.s3", importOptions = ImportOption.DoNotIncludeTests.class)
final class RoomsTest {

    @ArchTest
    static final ArchRule it_uses_the_store_the_catalogue_and_the_sdk = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "io.trainyard.store..",
                    "io.trainyard.time..",
                    "io.trainyard.stores..",
                    "java..",
                    "javax.sql..",
                    "org.jspecify..",
                    "software.amazon.awssdk..");

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
