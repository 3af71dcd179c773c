package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Many calls that wait for one job. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LongPollsTest {

    /** Many times as many as there are connections to the database. */
    private static final int POLLS = 300;

    /** Who is asking, the folder, the job, whether it has ended; polls that come at the same moment share them. */
    private static final int STATEMENTS_TO_WAIT = 4;

    /** The server looks once a second for all that wait. */
    private static final int LOOKS_MEANWHILE = 60;

    private final TestServer server = new TestServer();
    private final WireCaller sdk = WireCaller.of(server, "sdk@example.org", true);
    private final ServerSocket silent;
    private String job = "";

    LongPollsTest() throws IOException {
        this.silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    /** It reads from a storage that never answers. */
    @BeforeAll
    void startAJobThatGoesOn() {
        var integration =
                server.post(server.administrator(), "/api/v1/integrations", """
                {"title": "silent", "allowPrivateNetwork": true, "settings": {"type": "s3", "region": "eu-west-1", "pathStyle": true,
                 "endpoint": "http://127.0.0.1:%d", "accessKeyId": "AKIA", "secretAccessKey": "secret"}}
                """.formatted(silent.getLocalPort()));
        assertThat(integration.status()).as("%s", integration.body()).isEqualTo(201);
        var folder = sdk.post("storage/folders", "{\"name\": \"f\"}")
                .body()
                .path("uuid")
                .asText();
        var jobs = "storage/folders/" + folder + "/data-upload-jobs";
        var started = sdk.post(jobs, """
                {"externalFiles": {"images": [{"objectUrl": "s3://bucket/never.jpg"}]}, "integrationHash": "%s", "ignoreErrors": true}
                """.formatted(integration.body().path("id").asText()));
        job = jobs + "/" + started.body().asText();
    }

    @AfterAll
    void close() throws IOException {
        server.close();
        silent.close();
    }

    @Test
    void waitingHoldsNeitherAPlatformThreadNorAConnection() throws Exception {
        var threads = ManagementFactory.getThreadMXBean();
        int before = threads.getThreadCount();
        var statements = server.countStatements();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<WireCaller.Answer>> polls = new ArrayList<>();
            for (int i = 0; i < POLLS; i++) {
                Callable<WireCaller.Answer> poll = () -> sdk.get(job + "?timeoutSeconds=604800");
                polls.add(callers.submit(poll));
            }
            while (server.longPolls() < POLLS || server.requestsAtTheDatabase() > 0) {
                Thread.onSpinWait();
            }

            int during = threads.getThreadCount();
            int asked = statements.get();
            sdk.post(job + "/cancel", "");

            assertThat(during - before).isLessThan(POLLS / 10);
            assertThat(asked).as("statements").isLessThanOrEqualTo(POLLS * STATEMENTS_TO_WAIT + LOOKS_MEANWHILE);
            for (var poll : polls) {
                assertThat(poll.get().body().path("status").asText()).isEqualTo("CANCELLED");
            }
        }
    }
}
