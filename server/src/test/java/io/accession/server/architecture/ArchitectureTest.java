package io.accession.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls between and inside the modules. */
final class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.accession");

    private static final List<String> ROOMS =
            List.of("manifest", "receive", "plan", "probe", "render", "promote", "settle");

    private static String inside(String module) {
        return "io.accession." + module + "..";
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "api", "storage", "media", "catalog", "search", "wire", "server"})
    void everyModuleIsLookedAt(String module) {
        assertThat(CLASSES.that(resideInAnyPackage(inside(module)))).isNotEmpty();
    }

    @Test
    void coreKnowsNoOtherModule() {
        noClasses()
                .that()
                .resideInAPackage(inside("core"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.accession..").and(not(resideInAnyPackage(inside("core")))))
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("outerModules")
    void outerModulesKnowOnlyCore(String module) {
        noClasses()
                .that()
                .resideInAPackage(inside(module))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.accession..")
                        .and(not(resideInAnyPackage(inside("core"), inside(module)))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<String> outerModules() {
        return Stream.of("storage", "media", "catalog", "search");
    }

    @Test
    void theApiKnowsNothing() {
        noClasses()
                .that()
                .resideInAPackage(inside("api"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.accession..").and(not(resideInAnyPackage(inside("api")))))
                .check(CLASSES);
    }

    @Test
    void theWireProtocolKnowsTheServicesAndTheApi() {
        noClasses()
                .that()
                .resideInAPackage(inside("wire"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.accession..")
                        .and(not(resideInAnyPackage(inside("core"), inside("api"), inside("wire")))))
                .check(CLASSES);
    }

    @Test
    void theClientKnowsOnlyTheApi() {
        noClasses()
                .that()
                .resideInAPackage(inside("client"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.accession..")
                        .and(not(resideInAnyPackage(inside("api"), inside("client")))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void aRoomKnowsOnlyTheRoomsBeforeIt(String room, List<String> laterRooms) {
        noClasses()
                .that()
                .resideInAPackage("io.accession.core." + room + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(laterRooms)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<Arguments> rooms() {
        return IntStream.range(0, ROOMS.size() - 1)
                .mapToObj(room -> Arguments.of(ROOMS.get(room), ROOMS.subList(room + 1, ROOMS.size())));
    }

    @ParameterizedTest
    @MethodSource("groundFloor")
    void whatAllRoomsStandOnKnowsNoneOfThem(String ground) {
        var rooms = ROOMS.stream().filter(room -> !room.equals("manifest")).toList();
        noClasses()
                .that()
                .resideInAPackage("io.accession.core." + ground + "..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(packages(rooms)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    static Stream<String> groundFloor() {
        return Stream.of("domain", "object", "media", "integration", "registry", "job", "catalogue");
    }

    private static String[] packages(List<String> rooms) {
        return rooms.stream().map(room -> "io.accession.core." + room + "..").toArray(String[]::new);
    }

    @Test
    void sqlIsSpokenInTheCatalogOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("catalog"))
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..",
                        "javax.sql..",
                        "org.jdbi..",
                        "com.zaxxer..",
                        "org.flywaydb..",
                        "org.postgresql.."))
                .because("SQL is spoken in catalog")
                .check(outsideBench());
    }

    @Test
    void theCloudsAreReachedFromStorageOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("storage"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("software.amazon.."))
                .check(outsideBench());
    }

    @Test
    void luceneIsKnownToTheSearchIndexOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("search"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.lucene.."))
                .check(outsideBench());
    }

    @Test
    void theHttpServerIsKnownToTheServerOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(inside("server"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.helidon.."))
                .check(outsideBench());
    }

    /** Measurements may look anywhere. */
    private static JavaClasses outsideBench() {
        return CLASSES.that(not(resideInAnyPackage(inside("bench"), inside("testkit"))));
    }

    @Test
    void timeIsAnInstantOrADuration() {
        noClasses()
                .should()
                .dependOnClassesThat(nameMatching("java\\.util\\.(Date|Calendar|Timer)"))
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jakarta.inject.Inject", "javax.inject.Inject", "jakarta.annotation.Resource"})
    void fieldsAreNotInjected(String annotation) {
        fields().should().notBeAnnotatedWith(annotation).check(CLASSES);
    }

    @Test
    void namesSayWhatThingsAre() {
        classes()
                .should()
                .haveSimpleNameNotEndingWith("Util")
                .andShould()
                .haveSimpleNameNotEndingWith("Utils")
                .andShould()
                .haveSimpleNameNotEndingWith("Helper")
                .andShould()
                .haveSimpleNameNotEndingWith("Manager")
                .andShould()
                .haveSimpleNameNotEndingWith("Impl")
                .andShould()
                .haveSimpleNameNotEndingWith("Dto")
                .andShould()
                .haveSimpleNameNotEndingWith("Entity")
                .andShould()
                .haveSimpleNameNotStartingWith("Abstract")
                .andShould()
                .haveSimpleNameNotStartingWith("Base")
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.mockito.Mockito",
                "org.easymock.EasyMock",
                "org.powermock.api.mockito.PowerMockito",
                "io.mockk.MockK"
            })
    void noMockingLibraryIsThere(String mocking) {
        assertThat(getClass().getClassLoader().getResource(mocking.replace('.', '/') + ".class"))
                .isNull();
    }
}
