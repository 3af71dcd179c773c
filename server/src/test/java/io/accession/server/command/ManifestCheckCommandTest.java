package io.accession.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.cli.CommandLines;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ManifestCheckCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private String standardInput = "";

    private int check(String... words) {
        var surroundings = new Surroundings(
                Map.of("ACCESSION_DATA", directory.resolve("data").toString()),
                directory,
                new ByteArrayInputStream(standardInput.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false,
                80,
                InstantSource.system());
        var root = ServerCommands.addTo(CommandLines.root(surroundings), surroundings);
        var line = Stream.concat(Stream.of("manifest", "check"), Stream.of(words));
        return CommandLines.execute(root, surroundings, line.toArray(String[]::new));
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }

    @Test
    void aSoundManifestIsCountedByType() throws IOException {
        var file = file("sound.json", """
                {"images": [{"objectUrl": "s3://b/1.png"}, {"objectUrl": "s3://b/2.png"}], "videos": [{"objectUrl": "s3://b/1.mp4"}]}
                """);

        int exitCode = check(file, "--json");

        assertThat(exitCode).isEqualTo(ExitCodes.DONE);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("\"images\" : 2", "\"videos\" : 1", "\"sound\" : true");
    }

    @Test
    void aFaultIsToldWithLineColumnAndPointer() throws IOException {
        var file = file("faulty.json", """
                {"images": [
                  {"objectUrl": "s3://b/1.png"},
                  {"objectUrl": 7}
                ]}
                """);

        int exitCode = check(file);

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("faulty.json:3:3", "/images/1");
    }

    @Test
    void standardInputIsChecked() {
        standardInput = "{\"images\": [";

        int exitCode = check("-");

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("-:1:");
    }

    @Test
    void theLimitsAreThoseOfTheConfiguration() throws IOException {
        var limits = file("limits.toml", "limits.csv-rows = 2\n");
        var rows = file("rows.csv", "ObjectUrl\ns3://b/1.mp4\ns3://b/2.mp4\ns3://b/3.mp4\n");

        int usual = check(rows);
        int configured = check(rows, "--config", limits);

        assertThat(usual).isEqualTo(ExitCodes.DONE);
        assertThat(configured).isEqualTo(ExitCodes.REFUSED);
    }

    @Test
    void aConfigurationThatCannotBeReadIsNamed() throws IOException {
        var limits = file("limits.toml", "limits.csv-rows = \"many\"\n");
        var manifest = file("sound.json", "{}");

        int exitCode = check(manifest, "--config", limits);

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("limits.csv-rows");
    }
}
