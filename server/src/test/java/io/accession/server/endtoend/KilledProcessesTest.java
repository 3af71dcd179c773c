package io.accession.server.endtoend;

import static io.accession.server.endtoend.Texts.joined;
import static io.accession.server.endtoend.Texts.parts;
import static io.accession.server.endtoend.Texts.text;
import static io.accession.server.endtoend.Visitor.ATOMIC;
import static io.accession.server.endtoend.Visitor.TOLERANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.UploadJob;
import io.accession.client.Manifest;
import io.accession.client.ServerUnreachableException;
import io.accession.server.endtoend.ServerProcess.Launch;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with its embedded PostgreSQL that is killed, and started again on the same data directory. */
final class KilledProcessesTest {

    private static final int PARTS = 20;
    private static final int ENTRIES_OF_PART = 1_000;
    private static final String UNANSWERED = "unanswered.json";

    @TempDir
    static Path data;

    private static ServerProcess start() {
        return ServerProcess.serve(data, Launch.plain());
    }

    private static InputStream entries() {
        return joined(text("{\"images\":["), parts(PARTS, KilledProcessesTest::part), text("]}"));
    }

    private static String part(int number) {
        var part = new StringBuilder();
        for (int i = 0; i < ENTRIES_OF_PART; i++) {
            part.append(number + i > 0 ? "," : "")
                    .append("{\"objectUrl\":\"https://a.b/")
                    .append(number)
                    .append('-')
                    .append(i)
                    .append(
                            "\",\"imageMetadata\":{\"mimeType\":\"image/png\",\"fileSize\":9,\"width\":4,\"height\":3}}");
        }
        return part.toString();
    }

    /** At its end says so, and keeps the reader waiting. */
    private static InputStream endless(InputStream text, CountDownLatch atItsEnd) {
        return new FilterInputStream(text) {
            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                if (read < 0) {
                    atItsEnd.countDown();
                    await(new CountDownLatch(1));
                }
                return read;
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aServerKilledWhileItReceivesLeavesNothing() throws Exception {
        var sent = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<UploadJob> unanswered;
            try (var server = start()) {
                var visitor = server.visitor();
                var folder = visitor.folder();
                var integration = visitor.web();
                var manifest = Manifest.of(UNANSWERED, endless(joined(entries(), text(" ")), sent));
                unanswered =
                        threads.submit(() -> visitor.client().jobs().register(folder, integration, TOLERANT, manifest));
                await(sent);
                server.kill();
            }
            assertThatThrownBy(unanswered::get).hasCauseInstanceOf(ServerUnreachableException.class);
        }

        assertThat(data.resolve("spool")).isEmptyDirectory();
        try (var again = start()) {
            assertThat(again.visitor().client().jobs().list(null, null, UNANSWERED).stream())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void anAnsweredJobEndsByItselfAfterEverythingWasKilled(boolean databaseToo) throws IOException {
        UploadJob answered;
        try (var server = start()) {
            var visitor = server.visitor();
            answered = visitor.client()
                    .jobs()
                    .register(
                            visitor.folder(),
                            visitor.web(),
                            databaseToo ? ATOMIC : TOLERANT,
                            Manifest.of("", entries()));
            server.kill();
        }
        if (databaseToo) {
            killDatabase();
        }

        try (var again = start()) {
            var ended = again.visitor().ended(answered);

            assertThat(ended.state()).isEqualTo(UploadJob.State.DONE);
            assertThat(ended.counts().registered()).isEqualTo(PARTS * ENTRIES_OF_PART);
            assertThat(again.visitor()
                            .client()
                            .folders()
                            .read(answered.folderId())
                            .itemCounts())
                    .containsEntry("image", (long) PARTS * ENTRIES_OF_PART);
        }
    }

    private static void killDatabase() throws IOException {
        var file = data.resolve("postgres/cluster/postmaster.pid");
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst()))
                .orElseThrow();
        postmaster.destroyForcibly();
        postmaster.onExit().join();
    }
}
