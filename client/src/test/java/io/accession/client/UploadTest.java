package io.accession.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.accession.testkit.http.Call;
import io.accession.testkit.http.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    private static final UUID FOLDER = UUID.fromString("01890000-0000-7000-8000-0000000000bb");
    private static final UUID INTEGRATION = UUID.fromString("01890000-0000-7000-8000-0000000000cc");
    private static final String ROUTE = "POST /api/v1/folders/" + FOLDER + "/upload-jobs";
    private static final long LARGE = 200_000_000;

    private final ScriptedServer server = new ScriptedServer();
    private final AccessionClient client = AccessionClient.connect(server.address(), "t");

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aFileIsSentWithItsName() throws IOException {
        var manifest = Files.writeString(directory.resolve("my fleet.json"), "{\"images\":[]}");
        server.on(ROUTE, 201, JobDocument.pending(0));

        var job = client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of(manifest));

        var call = server.calls().getFirst();
        assertThat(job.id()).isEqualTo(JobDocument.JOB);
        assertThat(call.query()).isEqualTo("integration=" + INTEGRATION + "&ignoreErrors=true&fileName=my+fleet.json");
        assertThat(call.header("Content-Type")).isEqualTo("application/json");
        assertThat(call.body()).isEqualTo("{\"images\":[]}");
    }

    @Test
    void aStreamIsSentInChunksAndTellsItsProgress() {
        server.on(ROUTE, 201, JobDocument.pending(0));
        var bytes = "{\"text\":[]}".getBytes(StandardCharsets.UTF_8);
        var sent = new AtomicLong();

        client.jobs()
                .register(
                        FOLDER,
                        INTEGRATION,
                        false,
                        Manifest.of("", new ByteArrayInputStream(bytes)).telling(sent::set));

        var call = server.calls().getFirst();
        assertThat(call.query()).isEqualTo("integration=" + INTEGRATION + "&ignoreErrors=false");
        assertThat(call.header("Transfer-Encoding")).isEqualTo("chunked");
        assertThat(call.body()).isEqualTo("{\"text\":[]}");
        assertThat(sent).hasValue(bytes.length);
    }

    @RepeatedTest(5)
    void aRefusalInTheMiddleOfAStreamIsRead() {
        server.on(ROUTE, call -> refuseAfterOneMegabyte(call, 8_000_000));

        var refusal = catchThrowableOfType(
                RequestRefusedException.class,
                () -> client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of("", endless())));

        assertThat(refusal.problem().line()).isEqualTo(12);
    }

    @RepeatedTest(10)
    void aRefusalIsReadEvenWhenTheServerClosesHardRightAfterIt() {
        server.on(ROUTE, call -> refuseAfterOneMegabyte(call, 0));

        var refusal = catchThrowableOfType(
                RequestRefusedException.class,
                () -> client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of("", endless())));

        assertThat(refusal.problem().line()).isEqualTo(12);
    }

    @Test
    void aManifestThatCannotBeReadToItsEndIsNotSentToItsEnd() {
        server.on(ROUTE, call -> call.answer(201, "application/json", JobDocument.pending(0)));
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatThrownBy(() -> client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of("", broken)))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the disk is gone");
        assertThat(server.calls(ROUTE))
                .allSatisfy(call -> assertThat(call.body()).isEmpty());
    }

    @Test
    void anAnswerInChunksAfterAnInterimOneIsUnderstood() {
        var job = JobDocument.pending(0);
        server.on(ROUTE, call -> {
            call.out().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            call.head(201, "application/json", "Transfer-Encoding: chunked");
            call.out()
                    .write("%x\r\n%s\r\n0\r\n\r\n".formatted(job.length(), job).getBytes(StandardCharsets.UTF_8));
        });

        var answered = client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of("", endless()));

        assertThat(answered.id()).isEqualTo(JobDocument.JOB);
    }

    @Test
    void aConnectionThatBreaksIsSaidToHaveBroken() {
        server.on(ROUTE, call -> {});

        assertThatThrownBy(() -> client.jobs().register(FOLDER, INTEGRATION, true, Manifest.of("", endless())))
                .isInstanceOf(ServerUnreachableException.class);
    }

    private static void refuseAfterOneMegabyte(Call call, int readOn) throws IOException {
        call.in().readNBytes(1_000_000);
        var problem = """
                {"type":"urn:accession:problem:manifest-invalid","title":"x","status":400,"detail":"y","line":12,"column":3}""";
        call.head(400, "application/problem+json", "Content-Length: " + problem.length());
        call.out().write(problem.getBytes(StandardCharsets.UTF_8));
        call.out().flush();
        call.in().readNBytes(readOn);
    }

    private static InputStream endless() {
        return new InputStream() {
            private long left = LARGE;

            @Override
            public int read() {
                return left-- > 0 ? ' ' : -1;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                int given = (int) Math.min(left, length);
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
    }
}
