package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.INTEGRATION;
import static io.accession.cli.Documents.JOB;
import static io.accession.cli.Documents.OTHER_FOLDER;
import static io.accession.cli.Documents.USER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends WithCommandLine {

    @Test
    void foldersAreListedInAlignedColumns() {
        given.server.on(
                "GET /api/v1/folders",
                200,
                CommandLineFixture.page(Documents.folder(FOLDER, "a"), Documents.folder(OTHER_FOLDER, "bridge")));

        assertThat(given.run("folder list").lines())
                .containsExactly(
                        "ID                                    FOLDER        CREATED",
                        FOLDER + "  top / a       2026-01-02T03:04:05Z",
                        OTHER_FOLDER + "  top / bridge  2026-01-02T03:04:05Z");
        assertThat(given.run("folder list --json").json()).hasSize(2);
    }

    @Test
    void anEmptyListIsAnEmptyArrayForMachines() {
        given.server.on("GET /api/v1/folders", 200, CommandLineFixture.page());

        assertThat(given.run("folder list").out()).isEqualTo("There are no folders yet.\n");
        assertThat(given.run("folder list --json").json().isArray()).isTrue();
    }

    @Test
    void aFolderIsShownWithItsItemsByKind() {
        given.server.on("GET /api/v1/folders/" + FOLDER, 200, Documents.folder(FOLDER, "a"));

        assertThat(given.run("folder show " + FOLDER).lines())
                .contains("Items    1,203", "  image  1,200", "  video  3");
    }

    @Test
    void aNameThatIsPartOfOthersIsStillUnique() {
        given.server
                .on(
                        "GET /api/v1/folders",
                        200,
                        CommandLineFixture.page(
                                Documents.folder(FOLDER, "fleet"), Documents.folder(OTHER_FOLDER, "fleet 2")))
                .on("DELETE /api/v1/folders/" + FOLDER, 204, "");

        assertThat(given.run("folder remove fleet").out()).isEqualTo("Folder 'fleet' is removed.\n");
    }

    @Test
    void anAmbiguousNameIsRefusedWithItsCandidates() {
        given.server.on(
                "GET /api/v1/folders",
                200,
                CommandLineFixture.page(Documents.folder(FOLDER, "fleet"), Documents.folder(OTHER_FOLDER, "fleet")));

        var outcome = given.run("folder show fleet");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error())
                .contains("There is more than one folder 'fleet'.")
                .contains(FOLDER + "  top / fleet")
                .contains(OTHER_FOLDER + "  top / fleet");
    }

    @Test
    void aNameThatNothingHasIsRefused() {
        given.server.on("GET /api/v1/upload-jobs", 200, CommandLineFixture.page());

        var outcome = given.run("job show other.json");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error())
                .isEqualTo("accession: There is no upload job 'other.json', or you may not use it.\n");
    }

    @Test
    void anIntegrationIsAddedWithASecretFromAFile() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "hidden\n");
        given.server.on("POST /api/v1/integrations", 201, Documents.integration("bucket"));

        var outcome = given.run("integration add s3 --title bucket --bucket fleet --access-key-id id"
                + " --secret-access-key-file " + secret + " --allow-private-network");

        assertThat(outcome.out()).contains("External id          e-1").doesNotContain("hidden");
        assertThat(given.server.calls().getFirst().body())
                .contains("\"type\":\"s3\"")
                .contains("\"secretAccessKey\":\"hidden\"")
                .contains("\"allowPrivateNetwork\":true");
    }

    @Test
    void halfAKeyPairIsWrongUsage() {
        var outcome = given.run("integration add s3 --title bucket --access-key-id id");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).contains("belong together");
    }

    @Test
    void aFailedCheckIsNotDone() {
        given.server.on(
                "POST /api/v1/integrations/" + INTEGRATION + "/check",
                200,
                "{\"findings\":[{\"name\":\"list\",\"outcome\":\"failed\",\"message\":\"s3:ListBucket is"
                        + " missing.\"}]}");

        var outcome = given.run("integration check " + INTEGRATION);

        assertThat(outcome.exitCode()).isOne();
        assertThat(outcome.lines()).containsExactly("failed   list       s3:ListBucket is missing.");
    }

    @Test
    void theSecretsOfCloudsComeFromFiles() throws IOException {
        given.server.on("POST /api/v1/integrations", 201, Documents.integration("cloud"));
        Files.writeString(directory.resolve("key"), "c2VjcmV0\n");

        var outcome =
                given.run("integration add azure --title cloud --account fleet1 --container cam --account-key-file "
                        + directory.resolve("key"));

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(given.server.calls("POST /api/v1/integrations").getFirst().body())
                .contains("\"type\":\"azure\"", "\"accountKey\":\"c2VjcmV0\"");
        assertThat(outcome.out() + outcome.error()).doesNotContain("c2VjcmV0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "azure --account fleet1",
                "azure --account fleet1 --tenant-id t",
                "azure --account fleet1 --default-credentials --sas-file f",
                "gcs",
                "gcs --application-default --service-account-key-file f",
            })
    void oneKindOfCredentialIsGiven(String command) {
        var outcome = given.run("integration add " + command + " --title t");

        assertThat(outcome.error())
                .contains(command.startsWith("gcs") ? "--application-default" : "--client-secret-file");
        assertThat(given.server.calls()).isEmpty();
    }

    @Test
    void anIntegrationIsShownWithTheExternalIdOfItsRole() {
        given.server.on("GET /api/v1/integrations/" + INTEGRATION, 200, Documents.integration("bucket"));

        assertThat(given.run("integration show " + INTEGRATION).out())
                .contains("e-1 (sts:ExternalId in the trust policy of the role)")
                .contains("Signed URLs live     1:00:00");
    }

    @Test
    void theLifetimeOfSignedUrlsIsTypedAsPeopleSayIt() {
        given.server.on("POST /api/v1/integrations", 201, Documents.integration("web"));

        given.run("integration add direct --title web --signed-url-lifetime 12h");

        assertThat(given.server.calls("POST /api/v1/integrations").getFirst().body())
                .contains("\"signedUrlLifetimeSeconds\":43200");
        assertThat(given.run("integration add direct --title web --signed-url-lifetime soon")
                        .error())
                .contains("15m");
    }

    @Test
    void aTokenIsPrintedAlone() {
        given.server
                .on(
                        "GET /api/v1/users",
                        200,
                        CommandLineFixture.page(
                                "{\"id\":\"%s\",\"email\":\"a@b.c\",\"name\":\"\",\"admin\":true,\"active\":true,\"createdAt\":\"2026-01-02T03:04:05Z\"}"
                                        .formatted(USER)))
                .on(
                        "POST /api/v1/users/" + USER + "/tokens",
                        201,
                        "{\"id\":\"%s\",\"name\":null,\"token\":\"t-123\",\"createdAt\":\"2026-01-02T03:04:05Z\"}"
                                .formatted(USER));

        assertThat(given.run("token create --user A@b.c").out()).isEqualTo("t-123\n");
    }

    @Test
    void failuresGoToStandardOutputAsCsv() {
        given.server.on(
                "GET /api/v1/upload-jobs/" + JOB + "/failures.csv",
                call -> call.answer(200, "text/csv", "object_url\né\n"));

        assertThat(given.run("job failures " + JOB + " --csv -").out()).isEqualTo("object_url\né\n");
    }

    @Test
    void anItemIsShownWithItsMediaFactsAndMetadata() {
        given.server.on("GET /api/v1/items/" + JOB, 200, """
            {"id":"%s","folderId":"%s","kind":"image","title":"/a\\u001b[2J.png","objectUrl":"s3://b/a.png",\
            "media":{"type":"image","mimeType":"image/png","bytes":900,"width":40,"height":30,"orientation":1},\
            "clientMetadata":{"site":"Köln"},"members":[],"warnings":[],\
            "violations":[{"pointer":"/site","message":"A number is expected.","used":false}],\
            "createdAt":"2026-01-02T03:04:05Z"}\
            """.formatted(JOB, FOLDER));

        assertThat(given.run("item show " + JOB).out())
                .contains("/site  A number is expected.")
                .contains("  width        40")
                .contains("\"site\" : \"Köln\"")
                .doesNotContain("\u001b");
        assertThat(given.run("item show " + JOB + " --json")
                        .json()
                        .at("/media/type")
                        .asText())
                .isEqualTo("image");
    }

    @Test
    void aRefusalNamesAllFaults() {
        given.server.refuses("POST /api/v1/users", 400, """
            {"type":"urn:accession:problem:request-invalid","title":"x","status":400,"detail":"Two faults.",\
            "errors":[{"pointer":"/email","detail":"No address."},{"detail":"Another."}]}\
            """);

        var outcome = given.run("user add nobody");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).isEqualTo("accession: Two faults.\n  /email: No address.\n  Another.\n");
    }

    @Test
    void aServerThatIsNotThereHasAnExitCodeOfItsOwn() {
        given.server.close();

        var outcome = given.run("folder list");

        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(outcome.error()).contains("cannot be reached").doesNotContain("Exception");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"folder", "folder lsit", "folder list --nope", "item show 7", "job list --state odd", "nope"})
    void wrongUsageIsExplainedInAFewLines(String words) {
        var outcome = given.run(words);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.error()).startsWith("accession: ");
        assertThat(outcome.error().lines().count()).isLessThanOrEqualTo(4);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void helpGroupsTheCommands() {
        var outcome = given.run("--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("Set it up:\n  integration  Storages and how they are reached.")
                .contains("Register:\n  register     Register the objects that a manifest names.");
    }

    @Test
    void theVersionIsKnownWithoutAServer() {
        given.server.close();

        assertThat(given.run("version --json").json().get("server").isNull()).isTrue();
    }
}
