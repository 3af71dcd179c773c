package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatasetCommandsTest extends WithCommandLine {

    private static final String ID = "0190a1b2-0000-7000-8000-00000000000d";
    private static final String DATASET =
            "{\"id\":\"" + ID + "\",\"title\":\"pilot\",\"description\":\"\",\"folderId\":null,"
                    + "\"role\":\"admin\",\"createdAt\":\"2026-01-02T03:04:05Z\",\"editedAt\":\"2026-01-02T03:04:05Z\"}";
    private static final String ROW =
            "{\"id\":\"" + JOB + "\",\"item\":{\"id\":\"" + FOLDER + "\",\"folderId\":\"" + FOLDER
                    + "\",\"kind\":\"image\",\"title\":\"dawn\",\"objectUrl\":null,\"mimeType\":null,\"bytes\":null,"
                    + "\"createdAt\":\"2026-01-02T03:04:05Z\"},\"createdAt\":\"2026-01-02T03:04:05Z\"}";

    @BeforeEach
    void start() {
        given.server.on("GET /api/v1/datasets", 200, CommandLineFixture.page(DATASET));
    }

    @Test
    void aDatasetIsCreatedAndFoundByItsTitle() {
        given.server.on("POST /api/v1/datasets", 201, DATASET);
        given.server.on("GET /api/v1/datasets", 200, CommandLineFixture.page(DATASET));

        assertThat(given.run("dataset create pilot --mirror").out()).contains("Dataset 'pilot' is there: " + ID);
        assertThat(given.run("dataset list").out()).contains(ID, "pilot");
    }

    @Test
    void itemsAreLinkedByIdOrByFolder() {
        given.server.on("POST /api/v1/datasets/" + ID + "/rows", 200, "{\"rows\":[\"" + JOB + "\"]}");

        var named = given.run("dataset link pilot " + FOLDER + " --duplicates fail");
        var neither = given.run("dataset link pilot");
        var both = given.run("dataset link pilot " + FOLDER + " --folder " + FOLDER);

        assertThat(named.out()).contains("1 items are in the dataset 'pilot'.");
        assertThat(neither.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(neither.error()).contains("Name either the ids of items");
        assertThat(both.exitCode()).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void rowsAreShownAndTakenOut() {
        given.server.on("GET /api/v1/datasets/" + ID + "/rows", 200, CommandLineFixture.page(ROW));
        given.server.on("POST /api/v1/datasets/" + ID + "/rows/removals", 204, "");
        given.server.on("DELETE /api/v1/datasets/" + ID, 204, "");

        assertThat(given.run("dataset rows pilot").out()).contains(JOB, "dawn");
        assertThat(given.run("dataset unlink pilot " + JOB).out()).contains("Rows taken out: 1.");
        assertThat(given.run("dataset remove pilot").out()).contains("Dataset 'pilot' is removed.");
    }
}
