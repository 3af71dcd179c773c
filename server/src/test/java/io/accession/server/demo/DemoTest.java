package io.accession.server.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DemoTest {

    private static final Path SAMPLES = Path.of("..", "samples");

    @Test
    void everythingThatTheDemonstrationShowsComesTrueAndItLeavesNothingBehind() throws IOException {
        var told = new ByteArrayOutputStream();
        var server = DemoServer.inTemporaryDirectory();

        try (server) {
            var demo = new Demo(server, SAMPLES, new PrintStream(told, true, StandardCharsets.UTF_8), 80);

            assertThat(demo.show(0)).isEmpty();
            demo.sayHowToGoOn();
        }

        assertThat(told.toString(StandardCharsets.UTF_8))
                .contains(
                        "OBJECT_NOT_FOUND",
                        "KIND_MISMATCH",
                        "Three frames",
                        "manifest.csv",
                        "exactly what it was before")
                .containsPattern("Three frames as a video +imageSequence .* h264, 25 frames/s")
                .containsPattern("Ball, three slices +dicomSeries +7,896 +32 x 32 .*CT, 3 files")
                .containsPattern("Ball +nifti .* 32 x 32 x 16 .*int16");
        assertThat(server.data()).doesNotExist();
    }

    @Test
    void whatDoesNotComeTrueIsNamed() throws IOException {
        var promises = new Promises(SampleManifest.read(SAMPLES));

        promises.checkManifest();
        promises.checkCatalogue(List.of());

        assertThat(promises.broken())
                .hasSize(2)
                .first()
                .asString()
                .matches("items in the catalogue: expected \\d+, got 0");
    }
}
