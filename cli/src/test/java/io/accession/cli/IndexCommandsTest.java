package io.accession.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexCommandsTest extends WithCommandLine {

    private static final String INDEX = "GET /api/v1/index";

    @Test
    void theStatusTellsHowFarBehindTheIndexIs() {
        given.server.on(INDEX, 200, """
                {"answering": {"schemaVersion": 2, "items": 1234567, "itemsBehind": 12, "asOf": "2026-01-02T03:04:05.678Z",
                               "secondsBehind": 0.44, "bytes": 250000000},
                 "building": {"schemaVersion": 3, "items": 1000, "itemsBehind": 100000}, "problem": null}
                """);

        assertThat(given.run("index status").lines())
                .containsExactly(
                        "Answering    1,234,567 items, 12 behind, schema version 2",
                        "As of        2026-01-02T03:04:05Z, 0.4 s ago",
                        "On the disk  250.0 MB",
                        "Building     1,000 items, 100,000 or more behind, schema version 3");
        assertThat(given.run("index status --json")
                        .json()
                        .at("/answering/items")
                        .asInt())
                .isEqualTo(1_234_567);
    }

    @Test
    void aServerWithoutAnIndexYetSaysSo() {
        given.server.on(INDEX, 200, """
                {"answering": null, "building": {"schemaVersion": 0, "items": 10, "itemsBehind": 5}, "problem": "No space left on device"}
                """);

        assertThat(given.run("index status").lines())
                .containsExactly(
                        "Answering  not yet: the first index is being built",
                        "Building   10 items, 5 behind, schema version 0",
                        "Problem    No space left on device");
    }

    @Test
    void aRebuildIsBegun() {
        given.server.on("POST /api/v1/index/rebuild", 202, """
                {"answering": null, "building": null, "problem": null}
                """);

        assertThat(given.run("index rebuild").lines())
                .containsExactly("The index is being built anew; 'accession index status' shows how far it is.");
    }
}
