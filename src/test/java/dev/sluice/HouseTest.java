package dev.sluice;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.api.Test;

/** The floors of the house: every import points down, and every room has its sign. */
@AnalyzeClasses(packages = "dev.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    @ArchTest
    static final ArchRule every_import_points_down = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("graph")
            .definedBy("dev.sluice.graph..")
            .layer("payload")
            .definedBy("dev.sluice.payload..")
            .layer("template")
            .definedBy("dev.sluice.template..")
            .layer("module")
            .definedBy("dev.sluice.module..")
            .layer("engine")
            .definedBy("dev.sluice.engine..")
            .layer("modules")
            .definedBy("dev.sluice.modules..", "dev.sluice.outside..")
            .layer("store")
            .definedBy("dev.sluice.store..")
            .layer("http")
            .definedBy("dev.sluice.http..")
            .whereLayer("http")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("http")
            .whereLayer("engine")
            .mayOnlyBeAccessedByLayers("store", "http")
            .whereLayer("modules")
            .mayOnlyBeAccessedByLayers("store", "http")
            .whereLayer("module")
            .mayOnlyBeAccessedByLayers("engine", "modules", "store", "http")
            .whereLayer("template")
            .mayOnlyBeAccessedByLayers("module", "engine", "modules", "store", "http")
            .whereLayer("payload")
            .mayOnlyBeAccessedByLayers("module", "engine", "modules", "store", "http")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("module", "engine", "modules", "store", "http");

    @ArchTest
    static final ArchRule the_lower_floors_are_plain_java = classes()
            .that()
            .resideInAnyPackage(
                    "dev.sluice.graph..",
                    "dev.sluice.payload..",
                    "dev.sluice.template..",
                    "dev.sluice.module..",
                    "dev.sluice.engine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.sluice..",
                    "jakarta.enterprise..",
                    "jakarta.inject..",
                    "io.smallrye.mutiny..",
                    "com.fasterxml.jackson..",
                    "com.google.re2j..");

    @ArchTest
    static final ArchRule jackson_stays_with_the_payload_the_wire_format_and_http = noClasses()
            .that()
            .resideOutsideOfPackages("dev.sluice.payload..", "dev.sluice.http..")
            .and()
            .doNotHaveFullyQualifiedName("dev.sluice.graph.Drawflow")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..");

    @ArchTest
    static final ArchRule modules_act_through_ports = noClasses()
            .that()
            .resideInAPackage("dev.sluice.modules..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "org.zeromq..", "java.net.http..", "dev.sluice.outside..");

    /** Bodies are read before resources are asked; one that reads again gets another body than was sent. */
    @ArchTest
    static final ArchRule resources_take_bodies_from_the_call = noMethods()
            .that()
            .areAnnotatedWith(Operation.class)
            .should()
            .haveRawParameterTypes(DescribedPredicate.describe(
                    "one of byte[]", types -> types.stream().anyMatch(it -> it.isEquivalentTo(byte[].class))));

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Inject.class);

    /** A native file would carry numbers that were drawn when it was built. */
    @ArchTest
    static final ArchRule nothing_random_is_kept_in_a_class =
            noFields().that().areStatic().should().haveRawType(assignableTo(Random.class));

    /** In a native file nothing can be answered whose fields nobody registered. */
    @ArchTest
    static final ArchRule what_is_answered_is_registered = classes()
            .that()
            .resideInAPackage("dev.sluice.http..")
            .and()
            .areRecords()
            .and()
            .haveSimpleNameEndingWith("View")
            .should()
            .beAnnotatedWith(RegisterForReflection.class);

    @Test
    void every_room_has_a_sign_of_at_most_three_lines() throws IOException {
        Path root = Path.of("src/main/java/dev/sluice");
        try (Stream<Path> folders = Files.walk(root).filter(HouseTest::holdsClasses)) {
            assertThat(folders).isNotEmpty().allSatisfy(folder -> {
                Path sign = folder.resolve("package-info.java");
                assertThat(sign).exists();
                List<String> lines = Files.readAllLines(sign).stream()
                        .filter(it -> it.startsWith(" * "))
                        .toList();
                assertThat(lines).as("the sign of %s", folder).hasSizeBetween(1, 3);
            });
        }
    }

    private static boolean holdsClasses(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(it -> it.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
