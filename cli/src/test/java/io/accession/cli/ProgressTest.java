package io.accession.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.Json;
import io.accession.api.UploadJob;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);
    private Instant now = Instant.EPOCH;

    @Test
    void aBarShowsPhaseShareRateAndTimeLeft() throws IOException {
        try (var bar = new ProgressBar(out, 120, () -> now)) {
            bar.show(pending(0));
            now = now.plus(Duration.ofSeconds(2));
            bar.show(pending(2));
        }

        assertThat(screen.toString(StandardCharsets.UTF_8))
                .contains("Probing     [........................]   0 %  0 of 3")
                .contains("Probing     [################........]  67 %  2 of 3  1/s  0:01 left")
                .endsWith("\r\u001b[K");
    }

    @Test
    void aBarNeverWraps() throws IOException {
        try (var bar = new ProgressBar(out, 30, () -> now)) {
            bar.show(pending(1));
        }

        assertThat(screen.toString(StandardCharsets.UTF_8).split("\r\u001b\\[K"))
                .allSatisfy(line -> assertThat(line.length()).isLessThan(30));
    }

    @Test
    void linesComeOncePerSecondAndOnlyOnChange() throws IOException {
        try (var lines = new ProgressLines(out, () -> now)) {
            lines.show(pending(0));
            lines.show(pending(1));
            now = now.plus(Duration.ofSeconds(1));
            lines.show(pending(0));
            lines.show(pending(2));
        }

        assertThat(screen.toString(StandardCharsets.UTF_8)).isEqualTo("Probing: 0 of 3\nProbing: 2 of 3\n");
    }

    private static UploadJob pending(int probed) throws IOException {
        return Json.lenient().readValue(Documents.job("PENDING", probed, 0), UploadJob.class);
    }
}
