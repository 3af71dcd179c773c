package io.accession.storage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class CoreWallTest {

    @Test
    void theCoreKnowsNeitherAmazonNorTinkNorUs() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.accession.core", "io.accession.storage");

        noClasses()
                .that()
                .resideInAPackage("io.accession.core..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("software.amazon..", "com.google.crypto..", "io.accession.storage..")
                .check(classes);
    }

    @Test
    void theHttpClientKnowsNothingOfStorages() {
        var classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.accession.storage");

        noClasses()
                .that()
                .resideInAPackage("io.accession.storage.http..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.accession.storage", "io.accession.core..", "software.amazon..")
                .check(classes);
    }
}
