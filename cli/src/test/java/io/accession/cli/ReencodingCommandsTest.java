package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReencodingCommandsTest extends WithCommandLine {

    private static final String START = "POST /api/v1/reencodings";
    private static final String READ = "GET /api/v1/reencodings/" + JOB;

    private static String reencoding(String state, String counts, String... videos) {
        return "{\"id\":\"" + JOB + "\",\"state\":\"" + state + "\",\"force\":false,"
                + "\"createdAt\":\"2026-01-02T03:04:05Z\",\"createdBy\":\"ann@example.org\",\"counts\":" + counts
                + ",\"items\":[" + String.join(",", videos) + "]}";
    }

    private static String counts(int pending, int reencoded, int notNeeded, int failed) {
        return "{\"items\":3,\"pending\":%d,\"reencoded\":%d,\"notNeeded\":%d,\"failed\":%d}"
                .formatted(pending, reencoded, notNeeded, failed);
    }

    private static String video(String state, boolean needed, String original, String object, String failure) {
        return "{\"itemId\":\"" + FOLDER + "\",\"state\":\"" + state + "\",\"needed\":" + needed + ",\"originalUrl\":"
                + original + ",\"objectUrl\":" + object + ",\"failure\":" + failure + "}";
    }

    @Test
    void whatIsStartedIsShownWithoutWaiting() {
        var waiting = video("PENDING", true, "null", "null", "null");
        given.server.on(START, 201, reencoding("PENDING", counts(3, 0, 0, 0), waiting));

        var run = given.run("item reencode " + FOLDER + " --force");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("State         pending", FOLDER + "  pending");
    }

    @Test
    void watchingEndsWithWhatBecameOfEachVideo() {
        var failure = "{\"code\":\"OBJECT_DAMAGED\",\"message\":\"It ends \\u001b[2J early.\"}";
        var ended = reencoding(
                "ERROR",
                counts(0, 1, 1, 1),
                video("DONE", true, "\"a.mp4\"", "\"b.mp4\"", "null"),
                video("DONE", false, "null", "null", "null"),
                video("ERROR", true, "null", "null", failure));
        given.server.on(START, 201, reencoding("PENDING", counts(3, 0, 0, 0))).on(READ, 200, ended);

        var run = given.run("item reencode " + FOLDER + " --watch");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.FAILURES);
        assertThat(run.out())
                .contains("b.mp4 instead of a.mp4", "not needed", "OBJECT_DAMAGED: It ends ")
                .doesNotContain("\u001b");
        assertThat(given.run("item reencoding " + JOB + " --json")
                        .json()
                        .at("/counts/failed")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void itemsAreNeeded() {
        assertThat(given.run("item reencode").exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(given.run("item reencoding").exitCode()).isEqualTo(ExitCodes.REFUSED);
    }
}
