package io.accession.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import io.accession.testkit.MemoryStore;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RangeGatewayTest {

    private static final int SIZE = 300_000;

    private final byte[] bytes = new byte[SIZE];
    private final HttpClient client = HttpClient.newHttpClient();
    private final RangeGateway gateway;
    private final ExposedObject exposed;
    private final StoredObjectView view;

    RangeGatewayTest() throws IOException {
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) ((i * 31) >> 3);
        }
        var store = new MemoryStore();
        view = new StoredObjectView(store, store.holds("b", "k", bytes), new ReadBudget(100, 1 << 20));
        gateway = new RangeGateway();
        exposed = gateway.expose(view, SIZE);
    }

    @BeforeEach
    void theGatewayIsOnThisMachineOnly() {
        assertThat(exposed.address()).startsWith("http://127.0.0.1:");
    }

    @AfterEach
    void close() throws IOException {
        exposed.close();
        gateway.close();
        client.close();
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-9,           0,      10",
        "bytes=299990-299999, 299990, 300000",
        "bytes=299990-400000, 299990, 300000",
        "bytes=100000-,       100000, 300000",
        "bytes=-5,            299995, 300000",
        "bytes=-400000,       0,      300000"
    })
    void aRangeIsAnsweredWithItsBytes(String range, int from, int to) throws Exception {
        var answer = get(exposed.address(), range);

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.headers().firstValue("content-range"))
                .hasValue("bytes " + from + "-" + (to - 1) + "/" + SIZE);
        assertThat(answer.body()).isEqualTo(Arrays.copyOfRange(bytes, from, to));
    }

    @ParameterizedTest
    @CsvSource({"'bytes=0-1,5-6'", "bytes=5-2", "bytes=-", "lines=1-2", "bytes=99999999999999999999-"})
    void aRangeThatIsNotUnderstoodMeansTheWholeObject(String range) throws Exception {
        var answer = get(exposed.address(), range);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
    }

    @Test
    void aRangeBehindTheEndIsNotSatisfiable() throws Exception {
        var answer = get(exposed.address(), "bytes=300000-");

        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(answer.headers().firstValue("content-range")).hasValue("bytes */300000");
    }

    @Test
    void onlyReadingIsAllowed() throws Exception {
        var address = URI.create(exposed.address());
        var head = HttpRequest.newBuilder(address).HEAD().build();
        var post = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();

        assertThat(client.send(head, HttpResponse.BodyHandlers.ofString())
                        .headers()
                        .firstValue("content-length"))
                .hasValue("300000");
        assertThat(client.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
    }

    @Test
    void anAddressThatNobodyGaveOutOrThatIsClosedIsNotFound() throws Exception {
        var address = exposed.address();

        assertThat(get(address + "0", "bytes=0-9").statusCode()).isEqualTo(404);
        exposed.close();
        assertThat(get(address, "bytes=0-9").statusCode()).isEqualTo(404);
        assertThat(view.requests()).isZero();
    }

    @Test
    void anotherHostIsForbidden() throws Exception {
        var address = URI.create(exposed.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            var request = "GET " + address.getPath() + " HTTP/1.1\r\nHost: evil.example\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));

            var status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            assertThat(status).isEqualTo("HTTP/1.1 403");
        }
    }

    private HttpResponse<byte[]> get(String address, String range) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(address))
                .header("Range", range)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
