package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemUpdateCommandsTest extends WithCommandLine {

    private static final String ITEM = "01890000-0000-7000-8000-0000000000c1";
    private static final String UPDATE = "PATCH /api/v1/items";

    @Test
    void itemsGetTheMetadataOfAFile() throws IOException {
        var file = Files.writeString(directory.resolve("metadata.json"), "{\"a\": null}");
        given.server.on(UPDATE, 200, "{\"matched\": 1, \"changed\": 1, \"nextPageToken\": null}");

        var outcome = given.run("item update " + ITEM + " --metadata @" + file + " --mode merge-patch");

        assertThat(outcome.out()).isEqualTo("1 of 1 items changed.\n");
        assertThat(new ObjectMapper()
                        .readTree(given.server.calls(UPDATE).getFirst().body()))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"items": {"%s": {"title": null, "clientMetadata": {"a": null}, "mode": "merge-patch"}},
                         "folderId": null, "deep": false, "clientMetadata": null, "mode": null}
                        """.formatted(ITEM)));
    }

    @Test
    void aFolderIsChangedToItsEnd() {
        given.server.on(UPDATE, call -> {
            boolean isFirst = call.query().isEmpty();
            call.answer(
                    200,
                    "application/json",
                    isFirst
                            ? "{\"matched\": 2000, \"changed\": 2000, \"nextPageToken\": \"next\"}"
                            : "{\"matched\": 3, \"changed\": 1, \"nextPageToken\": null}");
        });

        var outcome = given.run("item update --folder " + FOLDER + " --deep --metadata {\"a\":1} --mode if-absent");

        assertThat(outcome.out()).isEqualTo("2001 of 2003 items changed.\n");
        assertThat(given.server.calls(UPDATE).getLast().query()).isEqualTo("pageToken=next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--metadata {} --mode merge",
                ITEM + " --folder " + FOLDER + " --metadata {} --mode merge",
                ITEM + " --mode merge",
                ITEM + " --metadata {}",
                ITEM + " --metadata [] --mode merge",
                ITEM + " --metadata {\"a\":1,\"a\":2} --mode merge",
                ITEM + " --metadata @nowhere.json --mode merge",
                ITEM + " --metadata {} --mode erase",
                ITEM + " --deep --metadata {} --mode merge",
                "--folder " + FOLDER + " --title x",
                "--folder " + FOLDER + " --title x --metadata {} --mode merge",
                "x --metadata {} --mode merge"
            })
    void whatSaysNotWhatToChangeIsRefused(String words) {
        var outcome = given.run("item update " + words);

        assertThat(outcome.exitCode()).as(outcome.error()).isEqualTo(ExitCodes.REFUSED);
        assertThat(given.server.calls()).isEmpty();
    }

    @Test
    void theHistoryOfAnItemIsListed() {
        given.server.on("GET /api/v1/items/" + ITEM + "/history", 200, CommandLineFixture.page("""
                {"replacedAt": "2026-01-02T03:04:05Z", "replacedBy": "ann@example.org", "jobId": null,
                 "clientMetadata": {"a": 1}}
                """));

        assertThat(given.run("item history " + ITEM).lines())
                .containsExactly(
                        "UNTIL                 REPLACED BY      JOB  CLIENT METADATA",
                        "2026-01-02T03:04:05Z  ann@example.org  -    {\"a\":1}");
    }
}
