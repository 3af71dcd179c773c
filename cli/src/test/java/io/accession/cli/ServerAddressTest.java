package io.accession.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAddressTest {

    private static final URI SERVER = URI.create("http://127.0.0.1:7999");

    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void aDataDirectoryTellsServerAndToken() throws IOException {
        dataDirectory(home.resolve(".local/share/accession"));

        assertThat(find(null, null, null)).isEqualTo(new ServerAddress(SERVER, "admin"));
    }

    @Test
    void theSharedDataDirectoryIsHonoured() throws IOException {
        dataDirectory(home.resolve("shared/accession"));
        environment.put("XDG_DATA_HOME", home.resolve("shared").toString());

        assertThat(find(null, null, null).token()).isEqualTo("admin");
    }

    @Test
    void optionsWinOverTheEnvironmentAndThatOverFiles() throws IOException {
        var data = dataDirectory(home.resolve("data"));
        environment.put("ACCESSION_URL", "http://a:1/");
        environment.put("ACCESSION_TOKEN", "t-a");

        assertThat(find(null, null, data)).isEqualTo(new ServerAddress(URI.create("http://a:1"), "t-a"));
        assertThat(find("http://b:2", "t-b", data)).isEqualTo(new ServerAddress(URI.create("http://b:2"), "t-b"));
    }

    @Test
    void theTokenOfADataDirectoryIsShownToItsOwnServerAlone() throws IOException {
        var data = dataDirectory(home.resolve("data"));

        assertThat(find(SERVER.toString(), null, data).token()).isEqualTo("admin");
        assertThatThrownBy(() -> find("http://elsewhere:7999", null, data))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("A token for http://elsewhere:7999 is needed");
    }

    @Test
    void withoutADataDirectoryTheWayOutIsSaid() {
        assertThatThrownBy(() -> find(null, null, null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("accession serve");
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThatThrownBy(() -> find("localhost:7171", "t", null))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("'localhost:7171' is not the address of a server");
    }

    private Path dataDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("server-url"), SERVER + "\n");
        Files.writeString(directory.resolve("admin-token"), "admin\n");
        return directory;
    }

    private ServerAddress find(@Nullable String server, @Nullable String token, @Nullable Path data) {
        var surroundings = new Surroundings(
                environment,
                home,
                InputStream.nullInputStream(),
                System.out,
                System.err,
                false,
                80,
                InstantSource.system());
        return ServerAddress.find(server, token, data, surroundings);
    }
}
