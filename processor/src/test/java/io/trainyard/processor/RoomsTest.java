package io.trainyard.processor;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the processor and their arrows. */
@AnalyzeClasses(packages = "io.trainyard.processor", importOptions = ImportOption.DoNotIncludeTests.class)
class RoomsTest {

    private static final String ROOT = "io.trainyard.processor";

    @ArchTest
    static final ArchRule arrows_point_down = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("hands")
            .definedBy(ROOT)
            .layer("read")
            .definedBy(ROOT + ".read")
            .layer("resolve")
            .definedBy(ROOT + ".resolve")
            .layer("check")
            .definedBy(ROOT + ".check")
            .layer("emit")
            .definedBy(ROOT + ".emit")
            .layer("source")
            .definedBy(ROOT + ".source")
            .layer("model")
            .definedBy(ROOT + ".model")
            .layer("problem")
            .definedBy(ROOT + ".problem")
            .whereLayer("hands")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("read")
            .mayOnlyBeAccessedByLayers("hands")
            .whereLayer("resolve")
            .mayOnlyBeAccessedByLayers("hands")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("hands")
            .whereLayer("emit")
            .mayOnlyBeAccessedByLayers("hands")
            .whereLayer("source")
            .mayOnlyBeAccessedByLayers("hands", "read", "resolve", "check")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("hands", "read", "resolve", "check", "emit");

    @ArchTest
    static final ArchRule there_are_no_circles =
            slices().matching(ROOT + ".(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule emit_cannot_complain = noClasses()
            .that()
            .resideInAPackage(ROOT + ".emit")
            .should()
            .dependOnClassesThat()
            .haveSimpleName("Problem");

    /** Modifiers are words, and places are opaque: elements in them are handed on, never walked. */
    @ArchTest
    static final ArchRule only_read_walks_elements = noClasses()
            .that()
            .resideInAnyPackage(ROOT + ".resolve", ROOT + ".check", ROOT + ".emit", ROOT + ".source", ROOT + ".model")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "javax.lang.model.element", "javax.lang.model.type", "javax.lang.model.util")
                    .and(named("no modifier", type -> !type.getSimpleName().equals("Modifier"))));

    @ArchTest
    static final ArchRule only_the_hands_have_the_compiler = noClasses()
            .that()
            .resideOutsideOfPackage(ROOT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.annotation.processing", "javax.tools", "com.sun.source..");

    @ArchTest
    static final ArchRule one_class_knows_what_day_it_is = noClasses()
            .that()
            .doNotHaveSimpleName("BuildDay")
            .should()
            .callMethodWhere(describe(
                    "it reads a clock or the environment",
                    call -> (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().equals("java.time"))
                            || call.getName().equals("getenv")
                            || call.getName().equals("currentTimeMillis")
                            || call.getName().equals("nanoTime")));

    @ArchTest
    static final ArchRule only_what_is_declared_is_used = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    ROOT + "..",
                    "io.trainyard",
                    "io.trainyard.schedule..",
                    "com.palantir.javapoet",
                    "org.jspecify.annotations",
                    "com.google.auto.service",
                    "com.sun.source..",
                    "java..",
                    "javax..");

    private static DescribedPredicate<JavaClass> named(String name, java.util.function.Predicate<JavaClass> predicate) {
        return DescribedPredicate.describe(name, predicate);
    }
}
