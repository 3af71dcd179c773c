package io.accession.server.endtoend;

import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.accession.api.UnitFailure;
import io.accession.api.UploadJob;
import io.accession.catalog.fixture.TestDatabase;
import io.accession.testkit.Trouble;
import io.accession.testkit.TroubledServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that are not what they should be, and storages that misbehave while they are looked at. */
final class TroubledObjectsTest {

    private static final byte[] PNG = Pictures.png(40, 30);

    @TempDir
    static Path data;

    private static final TestDatabase DATABASE = TestDatabase.migrated();
    private static final TroubledServer STORAGE = TroubledServer.start();
    private static OwnServer server;
    private static Visitor visitor;

    private UUID folder;

    @BeforeAll
    static void start() {
        server = OwnServer.start(data, DATABASE.address());
        visitor = server.visitor();
    }

    @BeforeEach
    void makeFolder() {
        folder = visitor.folder();
    }

    @AfterAll
    static void stop() {
        server.close();
        STORAGE.close();
        DATABASE.close();
    }

    private static String images(String... urls) {
        return entries("images", urls);
    }

    private static String entries(String key, String... urls) {
        return Stream.of(urls)
                .map(url -> "{\"objectUrl\":\"" + url + "\"}")
                .collect(joining(",", "{\"" + key + "\":[", "]}"));
    }

    @Test
    void whatIsWrongWithAnObjectIsTold() {
        var good = STORAGE.answers("/good.png", Trouble.none(PNG));
        var manifest = images(
                good,
                STORAGE.origin() + "/missing.png",
                STORAGE.answers("/forbidden.png", Trouble.status(403, "")),
                STORAGE.answers("/empty.png", Trouble.none(new byte[0])),
                STORAGE.answers("/stub.png", Trouble.none(Arrays.copyOf(PNG, 9))),
                STORAGE.answers("/header.png", Trouble.none(Arrays.copyOf(PNG, 20))),
                STORAGE.answers("/text.png", Trouble.none("<html>not a picture at all</html>".getBytes(ISO_8859_1))),
                STORAGE.answers("/gone.png", Trouble.status(410, "")));

        var job = visitor.register(folder, visitor.web(), TOLERANT, manifest);

        assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(visitor.titles(folder)).containsExactly("/good.png");
        assertThat(visitor.failureCodes(job))
                .containsExactly(
                        "OBJECT_NOT_FOUND",
                        "OBJECT_FORBIDDEN",
                        "OBJECT_EMPTY",
                        "OBJECT_TRUNCATED",
                        "OBJECT_TRUNCATED",
                        "KIND_MISMATCH",
                        "OBJECT_NOT_FOUND");
        assertThat(visitor.failures(job)).allSatisfy(failure -> {
            assertThat(failure.retryable()).isFalse();
            assertThat(failure.attempts()).isEqualTo(1);
        });
    }

    @Test
    void anObjectOfAnotherKindIsNamed() {
        var url = STORAGE.answers("/a.mp4", Trouble.none(PNG));

        var job = visitor.register(folder, visitor.web(), ATOMIC, entries("videos", url));

        assertThat(job.state()).isEqualTo(UploadJob.State.ERROR);
        assertThat(visitor.failures(job))
                .extracting(UnitFailure::code, UnitFailure::message)
                .containsExactly(Tuple.tuple("KIND_MISMATCH", "Expected a video, got a file of type image/png"));
        assertThat(visitor.titles(folder)).isEmpty();
    }

    @Test
    void aStorageThatMisbehavesForeverFailsTheUnitAfterFiveAttempts() {
        var manifest = images(
                STORAGE.answers("/500.png", Trouble.status(500, "")),
                STORAGE.answers("/503.png", Trouble.status(503, "")),
                STORAGE.answers("/reset.png", Trouble.reset()),
                STORAGE.answers("/lying.png", Trouble.truncated(Arrays.copyOf(PNG, 20), PNG.length)),
                STORAGE.answers(
                        "/other-range.png",
                        Trouble.raw(
                                "HTTP/1.1 206 Partial\r\nContent-Length: 4\r\nContent-Range: bytes 7-10/90\r\n\r\nabcd")),
                STORAGE.answers("/not-http.png", Trouble.raw("220 ftp.example.org ready\r\n")));

        var job = visitor.register(folder, visitor.web(), TOLERANT, manifest);

        assertThat(visitor.failureCodes(job))
                .containsExactly(
                        "STORAGE_UNREACHABLE",
                        "STORAGE_UNREACHABLE",
                        "STORAGE_UNREACHABLE",
                        "STORAGE_MISBEHAVED",
                        "STORAGE_MISBEHAVED",
                        "STORAGE_MISBEHAVED");
        assertThat(visitor.failures(job)).allSatisfy(failure -> {
            assertThat(failure.retryable()).isTrue();
            assertThat(failure.attempts()).isEqualTo(5);
        });
    }

    @Test
    void aStorageThatRecoversIsAskedAgainUntilAllIsRegistered() {
        var manifest = images(
                STORAGE.answers("/busy.png", atFirst(Trouble.status(503, "Retry-After: 1\r\n", ""))),
                STORAGE.answers("/broken.png", atFirst(Trouble.status(500, ""))),
                STORAGE.answers("/resetting.png", atFirst(Trouble.reset())));

        var job = visitor.register(folder, visitor.web(), ATOMIC, manifest);

        assertThat(job.state()).as("%s", visitor.failures(job)).isEqualTo(UploadJob.State.DONE);
        assertThat(visitor.titles(folder)).hasSize(3);
    }

    private static Trouble atFirst(Trouble trouble) {
        var answers = new AtomicInteger();
        return (request, connection) ->
                (answers.incrementAndGet() == 1 ? trouble : Trouble.none(PNG)).answer(request, connection);
    }

    @Test
    void aStorageThatIsSlowOrIgnoresRangesIsReadAllTheSame() {
        Trouble slow = (request, connection) -> {
            Thread.sleep(2_000);
            return Trouble.none(PNG).answer(request, connection);
        };
        var manifest = images(
                STORAGE.answers("/slow.png", slow),
                STORAGE.answers("/whole.png", Trouble.ignoresRange(PNG)),
                STORAGE.answers("/moved.png", Trouble.redirect("/elsewhere.png")));
        STORAGE.answers("/elsewhere.png", Trouble.none(PNG));

        var job = visitor.register(folder, visitor.web(), ATOMIC, manifest);

        assertThat(job.state()).as("%s", visitor.failures(job)).isEqualTo(UploadJob.State.DONE);
        assertThat(job.counts().registered()).isEqualTo(3);
    }

    @Test
    void privateAddressesAreRefusedWhereTheyAreNotAllowed() {
        var secret = STORAGE.answers("/secret.png", Trouble.none(PNG));
        int before = STORAGE.connections();

        var job = visitor.register(
                folder, visitor.publicWeb(), TOLERANT, images(secret, "http://169.254.169.254/latest/meta-data/"));

        assertThat(visitor.failureCodes(job)).containsExactly("ADDRESS_REFUSED", "ADDRESS_REFUSED");
        assertThat(STORAGE.connections()).isEqualTo(before);
    }

    @Test
    void aRedirectToAnAddressThatIsNeverAllowedIsNotFollowed() {
        var metadata = STORAGE.answers("/to-metadata.png", Trouble.redirect("http://169.254.169.254/latest/"));
        var ourselves = STORAGE.answers("/to-us.png", Trouble.redirect(visitor.address() + "/api/v1/openapi.json"));

        var job = visitor.register(folder, visitor.web(), TOLERANT, images(metadata, ourselves));

        assertThat(visitor.failureCodes(job)).containsExactly("ADDRESS_REFUSED", "ADDRESS_REFUSED");
    }
}
