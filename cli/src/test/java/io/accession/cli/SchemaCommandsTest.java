package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SchemaCommandsTest extends WithCommandLine {

    private static final String SCHEMA = "GET /api/v1/schema";

    private static String version(int number, String fields) {
        return "{\"version\":" + number
                + ",\"savedBy\":\"ann@example.org\",\"savedAt\":\"2026-01-02T03:04:05Z\",\"fields\":" + fields + "}";
    }

    @Test
    void aSchemaIsShownKeyByKey() {
        given.server.on(SCHEMA, 200, version(3, """
                {"clip": {"ty": "embedding", "size": 512, "api": null}, "gone": {"ty": "tombstone", "deleted_ty": null},
                 "old": {"ty": "tombstone", "deleted_ty": {"ty": "variant", "hint": "number"}}, "s": {"ty": "boolean"},
                 "weather": {"ty": "enum", "values": ["a", "b", "c", "d", "e", "f", "g"]}}
                """));

        assertThat(given.run("schema show").lines())
                .containsExactly(
                        "KEY      TYPE",
                        "clip     embedding (512)",
                        "gone     deleted for good",
                        "old      deleted, was number",
                        "s        strict boolean",
                        "weather  enum (a, b, c, d, e and 2 more)");
        assertThat(given.run("schema show --json").json().path("version").asInt())
                .isEqualTo(3);
    }

    @Test
    void aVersionIsWrittenAsItCanBeAppliedAgain() throws IOException {
        var file = directory.resolve("schema.json");
        given.server
                .on("GET /api/v1/schema/versions/2", 200, version(2, "{\"a\": {\"ty\": \"geospatial\"}}"))
                .on(SCHEMA, 200, version(3, "{}"))
                .on("POST /api/v1/schema/versions", 201, version(4, "{\"a\": {\"ty\": \"geospatial\"}}"));

        given.run("schema show --version 2 --file " + file);

        assertThat(Files.readString(file)).contains("\"geospatial\"").doesNotContain("version");
        assertThat(given.run("schema apply " + file + " --based-on 3").out())
                .isEqualTo("+ a: geospatial\nThe metadata schema is saved: version 4, keys: 1.\n");
    }

    @Test
    void aDryRunTellsWhatWouldChangeAndSavesNothing() throws IOException {
        var file = Files.writeString(directory.resolve("schema.json"), "{}");
        given.server.on(SCHEMA, 200, version(3, """
                        {"a": {"ty": "variant", "hint": "number"}, "gone": {"ty": "geospatial"}}""")).on("POST /api/v1/schema/versions", 200, version(4, """
                        {"a": {"ty": "variant", "hint": "text"}, "new": {"ty": "embedding", "size": 3}}"""));

        assertThat(given.run("schema apply " + file + " --dry-run").lines())
                .containsExactly(
                        "~ a: number -> text",
                        "- gone: geospatial, is forgotten",
                        "+ new: embedding (3)",
                        "The metadata schema would become version 4, keys: 2.");
        assertThat(given.server.calls("POST /api/v1/schema/versions").getFirst().query())
                .contains("dryRun=true");
    }

    @Test
    void theStrictSwitchIsTurnedOnForAnIntegration() throws IOException {
        given.server.on(
                "POST /api/v1/schema/strictness",
                200,
                "{\"everywhere\": false, \"integrationIds\": [\"" + FOLDER + "\"]}");

        assertThat(given.run("schema strict on --integration " + FOLDER).out()).contains(FOLDER.toString());
        assertThat(given.server
                        .calls("POST /api/v1/schema/strictness")
                        .getFirst()
                        .body())
                .isEqualTo("{\"integrationId\":\"" + FOLDER + "\",\"strict\":true}");
        assertThat(given.run("schema strict --integration x").exitCode()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void applyingWhatIsInForceChangesNothing() throws IOException {
        var file = Files.writeString(directory.resolve("schema.json"), "{}");
        given.server.on(SCHEMA, 200, version(3, "{}")).on("POST /api/v1/schema/versions", 201, version(3, "{}"));

        assertThat(given.run("schema apply " + file).out())
                .isEqualTo("Nothing changes: the metadata schema is as before, version 3.\n");
    }

    @Test
    void aFileThatIsNoJsonIsRefusedWithItsPlace() throws IOException {
        var file = Files.writeString(directory.resolve("schema.json"), "{\n \"a\": }");

        var outcome = given.run("schema apply " + file);

        assertThat(outcome.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(outcome.error()).contains("line 2, column");
    }

    @Test
    void versionsAndViolationsAreListed() {
        given.server
                .on(
                        "GET /api/v1/schema/versions",
                        200,
                        CommandLineFixture.page(version(1, "{\"a\":{\"ty\":\"user\"}}")))
                .on(
                        "GET /api/v1/folders/" + FOLDER + "/metadata-violations",
                        200,
                        CommandLineFixture.page("""
                        {"itemId": "%s", "title": "x.jpg", "violations": [
                          {"pointer": "/a", "message": "A text is expected, got a list.", "used": false},
                          {"pointer": "/n", "message": "A number is expected, got it as a text.", "used": true}]}
                        """.formatted(FOLDER)));

        assertThat(given.run("schema history").lines())
                .containsExactly(
                        "VERSION  KEYS  SAVED BY         SAVED",
                        "      1     1  ann@example.org  2026-01-02T03:04:05Z");
        assertThat(given.run("schema violations --folder " + FOLDER).lines())
                .hasSize(3)
                .last()
                .asString()
                .endsWith("x.jpg  /n     A number is expected, got it as a text. Used all the same.");
        assertThat(given.run("schema violations").error()).contains("Name a --folder, or ask for --counts.");
    }

    @Test
    void violationsAreCountedByKey() {
        given.server.on("POST /api/v1/search", 200, """
                {"results": [], "total": 9, "precision": "exact", "nextPageToken": null, "facets": [
                  {"type": "terms", "field": "violations", "values": 2, "missing": 4,
                   "terms": [{"value": "speed", "count": 1234}, {"value": "$encord.frames", "count": 1}]}]}
                """);

        assertThat(given.run("schema violations --counts --folder " + FOLDER).lines())
                .containsExactly("KEY             ITEMS", "speed           1,234", "$encord.frames      1");
        assertThat(given.server.calls().getLast().body())
                .contains("\"folder\":\"" + FOLDER + "\"", "\"violations\"", "\"limit\":0");
    }
}
