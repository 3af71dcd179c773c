package io.accession.server.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.server.configuration.ServerConfiguration.EffectiveValue;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerConfigurationTest {

    @TempDir
    private Path directory = Path.of("");

    private Path data = directory;

    @BeforeEach
    void chooseData() {
        data = directory.resolve("data");
    }

    private Map<String, String> environment(String... pairs) {
        var environment = new HashMap<String, String>();
        environment.put("ACCESSION_DATA", data.toString());
        for (int i = 0; i < pairs.length; i += 2) {
            environment.put(pairs[i], pairs[i + 1]);
        }
        return environment;
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("some.toml"), text);
    }

    private static EffectiveValue effective(ServerConfiguration configuration, String key) {
        return configuration.effective().stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void flagsWinOverTheEnvironmentAndTheEnvironmentOverTheFile() throws IOException {
        var file = file("""
                [http]
                host = "10.0.0.1"
                port = 1
                [jobs]
                probers = 3
                """);

        var configuration = ServerConfiguration.read(
                file,
                environment("ACCESSION_HTTP_PORT", "2", "ACCESSION_JOBS_PROBERS", "4"),
                List.of(new FlagValue("http.port", "--port", "3")));

        assertThat(configuration.http().host()).isEqualTo("10.0.0.1");
        assertThat(configuration.http().port()).isEqualTo(3);
        assertThat(configuration.jobs().probers()).isEqualTo(4);
        assertThat(effective(configuration, "http.host").origin()).hasToString(file.toString());
        assertThat(effective(configuration, "http.port").origin()).hasToString("--port");
        assertThat(effective(configuration, "jobs.probers").origin()).hasToString("$ACCESSION_JOBS_PROBERS");
        assertThat(effective(configuration, "limits.manifest-urls").origin()).hasToString("default");
    }

    @Test
    void whatEndedJobsKeepIsKeptForThirtyDaysUnlessToldOtherwise() {
        var standard = ServerConfiguration.read(null, environment(), List.of());
        var shorter = ServerConfiguration.read(null, environment("ACCESSION_JOBS_RETENTION", "36h"), List.of());
        var failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> ServerConfiguration.read(null, environment("ACCESSION_JOBS_RETENTION", "3 weeks"), List.of()));

        assertThat(standard.jobs().retention()).isEqualTo(Duration.ofDays(30));
        assertThat(shorter.jobs().retention()).isEqualTo(Duration.ofHours(36));
        assertThat(failure).hasMessageContaining("written as 90m, 12h or 30d");
    }

    @Test
    void theFileOfTheDataDirectoryIsReadWithoutBeingNamed() throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("accession.toml"), "limits.manifest-size = \"2GiB\"");

        assertThat(ServerConfiguration.read(null, environment(), List.of())
                        .limits()
                        .manifestBytes())
                .isEqualTo(2L << 30);
    }

    @Test
    void allFaultsAreToldAtOnceEachWithItsCure() throws IOException {
        var file = file("""
                [http]
                prot = 80
                port = "eighty"
                [limits]
                url-size = "16 parsecs"
                """);

        var failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> ServerConfiguration.read(
                        file,
                        environment("ACCESSION_JOBS_PROBERS", "0", "ACCESSION_DATABASE_PASWORD", "hush"),
                        List.of(new FlagValue("http.public-url", "--public-url", "example"))));

        assertThat(failure.faults()).hasSize(6);
        assertThat(failure)
                .hasMessageContainingAll(
                        "http.prot",
                        "did you mean http.port?",
                        "http.port = eighty (from " + file + ")",
                        "0 to 65535",
                        "limits.url-size = 16 parsecs",
                        "64MiB",
                        "jobs.probers = 0 (from $ACCESSION_JOBS_PROBERS)",
                        "did you mean ACCESSION_DATABASE_PASSWORD?",
                        "http.public-url = example (from --public-url)")
                .hasMessageNotContaining("hush");
    }

    @Test
    void aFileThatIsNoTomlIsToldWithItsPlace() throws IOException {
        var file = file("[http]\nport = = 3\n");

        var failure = catchThrowableOfType(
                ConfigurationException.class, () -> ServerConfiguration.read(file, environment(), List.of()));

        assertThat(failure).hasMessageContaining("line 2");
    }

    @Test
    void secretsAreNeverShown() {
        var configuration = ServerConfiguration.read(
                null,
                environment(
                        "ACCESSION_DATABASE_URL", "jdbc:postgresql://db/x?password=hush&ssl=true",
                        "ACCESSION_DATABASE_PASSWORD", "hush"),
                List.of());

        assertThat(effective(configuration, "database.password").value()).isEqualTo("***");
        assertThat(effective(configuration, "database.url").value())
                .doesNotContain("hush")
                .contains("ssl=true");
        assertThat(configuration.toString()).doesNotContain("hush");
        assertThat(configuration.database().external().orElseThrow().password()).isEqualTo("hush");
    }

    @Test
    void dataLiesWhereTheDesktopSpecificationSays() {
        assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "/x"))).isEqualTo(Path.of("/x/accession"));
        assertThat(DataDirectory.standard(Map.of("XDG_DATA_HOME", "relative", "HOME", "/home/ann")))
                .isEqualTo(Path.of("/home/ann/.local/share/accession"));
    }

    @Test
    void aLocalRootThatIsNoDirectoryIsAFault() {
        var failure = catchThrowableOfType(
                ConfigurationException.class,
                () -> ServerConfiguration.read(
                        null, environment("ACCESSION_STORAGE_LOCAL_ROOTS", directory + ",/no/such/place"), List.of()));

        assertThat(failure).hasMessageContaining("/no/such/place is none");
    }
}
