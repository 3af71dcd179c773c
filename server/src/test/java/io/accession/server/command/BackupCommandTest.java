package io.accession.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.Folder;
import io.accession.api.NewFolder;
import io.accession.cli.CommandLines;
import io.accession.cli.ExitCodes;
import io.accession.cli.Surroundings;
import io.accession.client.AccessionClient;
import io.accession.server.AccessionServer;
import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BackupCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();

    private int run(String... words) {
        var surroundings = new Surroundings(
                Map.of(),
                directory,
                InputStream.nullInputStream(),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false,
                80,
                InstantSource.system());
        var root = ServerCommands.addTo(CommandLines.root(surroundings), surroundings);
        return CommandLines.execute(root, surroundings, words);
    }

    private static AccessionServer serve(Path data) {
        return AccessionServer.start(ServerConfiguration.read(
                null,
                Map.of(),
                List.of(new FlagValue("data", "--data", data.toString()), new FlagValue("http.port", "--port", "0"))));
    }

    private static AccessionClient client(AccessionServer server) {
        return AccessionClient.connect(server.address(), server.administratorToken());
    }

    private static List<Folder> folders(AccessionServer server) {
        return client(server).folders().list(null).stream().toList();
    }

    @Test
    void whatWasSavedWhileAServerRanIsServedFromAnotherDataDirectory() {
        var data = directory.resolve("data").toString();
        var other = directory.resolve("other").toString();
        var file = directory.resolve("catalogue.backup").toString();
        List<Folder> before;
        try (var server = serve(Path.of(data))) {
            client(server).folders().create(new NewFolder("drives", null, "of last year"));
            before = folders(server);

            assertThat(run("backup", "--data", data, "--json", file)).isEqualTo(ExitCodes.DONE);
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"folder\" : 1");
            assertThat(run("restore", "--data", data, "--replace", file)).isEqualTo(ExitCodes.REFUSED);
            assertThat(error.toString(StandardCharsets.UTF_8))
                    .contains("already runs on")
                    .contains("Stop that one first");
        }

        assertThat(run("restore", "--data", other, file)).isEqualTo(ExitCodes.DONE);
        assertThat(run("restore", "--data", other, file)).isEqualTo(ExitCodes.REFUSED);
        assertThat(error.toString(StandardCharsets.UTF_8))
                .contains("is not empty")
                .contains("--replace");
        assertThat(run(
                        "backup",
                        "--data",
                        other,
                        directory.resolve("second.backup").toString()))
                .isEqualTo(ExitCodes.DONE);

        try (var server = serve(Path.of(other))) {
            assertThat(folders(server)).isEqualTo(before);
        }
    }

    @Test
    void aDataDirectoryWithoutCatalogueIsNotMadeByABackup() {
        var missing = directory.resolve("missing");

        int exitCode = run(
                "backup",
                "--data",
                missing.toString(),
                directory.resolve("x.backup").toString());

        assertThat(exitCode).isEqualTo(ExitCodes.REFUSED);
        assertThat(error.toString(StandardCharsets.UTF_8)).contains("There is no catalogue in " + missing);
        assertThat(missing).doesNotExist();
    }

    @Test
    void aMissingBackupIsRefusedBeforeADatabaseIsMade() {
        var data = directory.resolve("data");

        assertThat(run(
                        "restore",
                        "--data",
                        data.toString(),
                        directory.resolve("x.backup").toString()))
                .isEqualTo(ExitCodes.REFUSED);

        assertThat(error.toString(StandardCharsets.UTF_8)).contains("x.backup is not there");
        assertThat(data).doesNotExist();
    }
}
