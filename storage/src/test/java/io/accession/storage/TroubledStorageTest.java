package io.accession.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accession.core.domain.FailureCode;
import io.accession.core.object.ObjectLocation;
import io.accession.core.object.ObjectStore;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a storage may do to us, played through with every client that speaks HTTP. */
abstract class TroubledStorageTest {

    private static final byte[] HELLO = "hello world".getBytes(StandardCharsets.UTF_8);

    final TroubledServer server = TroubledServer.start();
    final OpenedStores stores = Given.stores();

    abstract ObjectStore open(OpenedStores stores);

    /** Where the server's answers for {@code /fleet/k} are read from. */
    abstract ObjectLocation object();

    ObjectStore store() {
        return open(stores);
    }

    @AfterEach
    void close() {
        stores.close();
        server.close();
    }

    @Test
    void aServerThatIgnoresRangeIsReadOverToTheOffset() throws Exception {
        given(Trouble.ignoresRange(HELLO));

        assertThat(store().read(object(), 6, 3).bytes()).asString().isEqualTo("wor");
        assertThat(store().read(object(), 6, 3).stat().bytes()).isEqualTo(11);
    }

    @Test
    void anEndlessAnswerIsReadNoFurtherThanAskedFor() throws Exception {
        given(Trouble.endless());

        assertThat(store().read(object(), 10, 1_000).bytes()).hasSize(1_000);
    }

    @Test
    void aServerThatIgnoresRangeFarOutIsNotReadOver() {
        given(Trouble.endless());

        assertFails(FailureCode.STORAGE_MISBEHAVED, 1L << 40, 10);
    }

    @Test
    void aTruncatedAnswerIsNoAnswer() {
        given(Trouble.truncated(HELLO, 100));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 100);
    }

    @Test
    void aPartThatIsShorterThanItHasToBeIsNoAnswer() {
        given(Trouble.raw("HTTP/1.1 206 P\r\nContent-Length: 5\r\nContent-Range: bytes 0-4/100\r\n\r\nhello"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
    }

    @Test
    void anotherPartThanAskedForIsNoAnswer() {
        given(Trouble.raw("HTTP/1.1 206 P\r\nContent-Length: 5\r\nContent-Range: bytes 0-4/100\r\n\r\nhello"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 5, 5);
    }

    @Test
    void moreThanPromisedIsNotRead() throws Exception {
        given(Trouble.raw("HTTP/1.1 206 P\r\nContent-Length: 5\r\nContent-Range: bytes 0-4/5\r\n\r\nhello and more"));

        assertThat(store().read(object(), 0, 100).bytes()).asString().isEqualTo("hello");
    }

    @Test
    void anAnswerInChunksIsPutTogether() throws Exception {
        var lines = List.of(
                "HTTP/1.1 206 P",
                "Transfer-Encoding: chunked",
                "Content-Range: bytes 0-4/5",
                "",
                "2;x=y",
                "he",
                "3",
                "llo",
                "0",
                "Trailer: x",
                "",
                "");
        given(Trouble.raw(String.join("\r\n", lines)));

        assertThat(store().read(object(), 0, 100).bytes()).asString().isEqualTo("hello");
    }

    @Test
    void whatIsNoHttpIsNoAnswer() {
        given(Trouble.raw("220 mail.example ESMTP\r\n"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
    }

    @Test
    void aHeadWithoutEndIsNoAnswer() {
        given(Trouble.raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000) + "\r\n\r\n"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
    }

    @Test
    void twoLengthsAreNoAnswer() {
        given(Trouble.raw("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"));

        assertFails(FailureCode.STORAGE_MISBEHAVED, 0, 10);
    }

    @Test
    void serversThatCannotAnswerNowAreWorthAnotherTry() {
        for (int status : new int[] {429, 500, 502, 503, 504}) {
            given(Trouble.status(status, ""));

            assertFails(FailureCode.STORAGE_UNREACHABLE, 0, 10);
        }
    }

    @Test
    void eachCallIsOneAttempt() {
        given(Trouble.status(503, ""));

        assertFails(FailureCode.STORAGE_UNREACHABLE, 0, 10);

        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void forbiddenAndUnauthorisedAreToldApart() {
        given(Trouble.status(403, ""));
        assertFails(FailureCode.OBJECT_FORBIDDEN, 0, 10);

        given(Trouble.status(401, ""));
        assertFails(FailureCode.STORAGE_CREDENTIALS_REFUSED, 0, 10);
    }

    @Test
    void aResetIsWorthAnotherTry() {
        given(Trouble.reset());

        assertFails(FailureCode.STORAGE_UNREACHABLE, 0, 10);
    }

    @Test
    void aSilentServerIsNotWaitedForLong() {
        given(Trouble.silent());

        try (var impatient = Given.impatientStores()) {
            assertFails(open(impatient), FailureCode.STORAGE_UNREACHABLE, 0, 10);
        }
    }

    @Test
    void aDrippingServerIsCutOffInTheEnd() {
        given(Trouble.drips(Duration.ofMillis(100)));

        try (var impatient = Given.impatientStores()) {
            assertFails(open(impatient), FailureCode.STORAGE_UNREACHABLE, 0, 1_000);
        }
    }

    @Test
    void aServerThatIsNotThereIsWorthAnotherTry() {
        server.close();

        assertFails(FailureCode.STORAGE_UNREACHABLE, 0, 10);
    }

    @Test
    void connectionsAreUsedAgain() throws Exception {
        given(Trouble.none(HELLO));

        for (int i = 0; i < 5; i++) {
            store().read(object(), i, 2);
        }

        assertThat(server.connections()).isEqualTo(1);
    }

    @Test
    void aKeptConnectionThatTheServerClosedIsReplaced() throws Exception {
        given((request, connection) -> {
            Trouble.none(HELLO).answer(request, connection);
            return false; // hangs up although it promised to go on
        });

        for (int i = 0; i < 3; i++) {
            assertThat(store().read(object(), 0, 5).bytes()).asString().isEqualTo("hello");
        }
    }

    void given(Trouble trouble) {
        server.answers("/fleet/k", trouble);
    }

    void assertFails(FailureCode code, long offset, int length) {
        assertFails(store(), code, offset, length);
    }

    private void assertFails(ObjectStore store, FailureCode code, long offset, int length) {
        assertThatExceptionOfType(ObjectUnavailableException.class)
                .isThrownBy(() -> store.read(object(), offset, length))
                .satisfies(
                        e -> assertThat(e.failure().code()).as(e.getMessage()).isEqualTo(code))
                .satisfies(e -> assertThat(e.getMessage()).endsWith(".").doesNotContain("secret"));
    }
}
