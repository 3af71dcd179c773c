package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.server.configuration.ServerConfiguration;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AccessionServerTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void aPortThatIsTakenIsToldBeforeAnythingIsTouched() throws IOException {
        var data = directory.resolve("data");
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = Integer.toString(other.getLocalPort());
            var configuration = ServerConfiguration.read(
                    null,
                    Map.of(),
                    List.of(
                            new FlagValue("data", "--data", data.toString()),
                            new FlagValue("http.port", "--port", port)));

            assertThatThrownBy(() -> AccessionServer.start(configuration))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("Port " + port + " of 127.0.0.1 cannot be had");
        }
        assertThat(data).doesNotExist();
    }
}
