package io.accession.cli;

import static io.accession.cli.Documents.FOLDER;
import static io.accession.cli.Documents.JOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class UploadTest extends WithCommandLine {

    private static final String FILES = "/api/v1/folders/" + FOLDER + "/uploaded-files";
    private static final String PLACE = "01890000-0000-7000-8000-0000000000b1";

    private String dawn;
    private String dusk;

    @BeforeEach
    void start() throws IOException {
        given.server
                .on("GET /api/v1/folders", 200, CommandLineFixture.page(Documents.folder(FOLDER, "fleet")))
                .on("POST " + FILES + "/places", 201, """
                        {"places":[{"id":"%1$s","url":"%2$s/media/ticket/dawn"},{"id":"%1$s","url":"%2$s/media/ticket/dusk"}]}
                        """.formatted(PLACE, given.server.address()))
                .on("PUT /media/ticket/dawn", 200, "")
                .on("POST " + FILES, 201, Documents.job("PENDING", 0, 0))
                .on(
                        "GET /api/v1/upload-jobs/" + JOB + "/events",
                        call -> call.answer(200, "text/event-stream", Documents.ended(Documents.job("DONE", 2, 0))));
        dawn = Files.writeString(directory.resolve("dawn.jpg"), "rising").toString();
        dusk = Files.writeString(directory.resolve("dusk.jpg"), "setting").toString();
    }

    @Test
    void filesAreSentAndThenRegisteredUnderTheirNames() {
        given.server.on("PUT /media/ticket/dusk", 200, "");

        var outcome = given.run("upload", dawn, dusk, "--folder", "fleet", "--ignore-errors");

        assertThat(outcome.exitCode()).as(outcome.error()).isZero();
        assertThat(given.server.calls("PUT /media/ticket/dawn").getFirst().body())
                .isEqualTo("rising");
        var sent = given.server.calls("PUT /media/ticket/dusk").getFirst();
        assertThat(sent.body()).isEqualTo("setting");
        assertThat(sent.header("Authorization"))
                .as("the address is credential enough")
                .isEmpty();
        assertThat(given.server.calls("POST " + FILES).getFirst().body()).isEqualTo("""
                {"files":[{"id":"%1$s","name":"dawn.jpg"},{"id":"%1$s","name":"dusk.jpg"}],"ignoreErrors":true}""".formatted(PLACE));
    }

    @Test
    void nothingIsAskedWhereAFileIsMissing() {
        var outcome = given.run("upload", dawn, directory + "/gone.jpg", "--folder", "fleet");

        assertThat(outcome.exitCode()).isEqualTo(ExitCodes.REFUSED);
        assertThat(outcome.error()).contains("There is no file").contains("gone.jpg");
        assertThat(given.server.calls()).isEmpty();
    }

    @Test
    void nothingIsRegisteredWhereAFileCannotBePut() {
        given.server.on("PUT /media/ticket/dusk", call -> call.answer(413, "application/problem+json", """
                {"type":"about:blank","title":"Too large","status":413,"detail":"An uploaded file may have at most 5 bytes."}"""));

        var outcome = given.run("upload", dawn, dusk, "--folder", "fleet");

        assertThat(outcome.exitCode()).isNotZero();
        assertThat(outcome.error()).contains("at most 5 bytes");
        assertThat(given.server.calls("POST " + FILES)).isEmpty();
    }
}
