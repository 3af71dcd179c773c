package io.accession.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls around the sources of the web UI; the build has installed what they need. */
final class SourcesTest {

    /** TypeScript in its strictest form, oxlint, Prettier, and the tests of the logic. */
    @ParameterizedTest
    @ValueSource(strings = {"check:types", "check:lint", "check:format", "check:logic"})
    void theSourcesPass(String script) throws IOException, InterruptedException {
        var process = new ProcessBuilder("npm", "run", "--silent", script)
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void theLockFileNamesNoPlaceToDownloadFrom() throws IOException {
        assertThat(Files.readString(Path.of("package-lock.json"))).doesNotContain("\"resolved\"");
    }
}
