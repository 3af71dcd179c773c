package io.accession.client;

import static io.accession.client.JobDocument.JOB;
import static io.accession.client.JobDocument.done;
import static io.accession.client.JobDocument.pending;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.api.UploadJob;
import io.accession.client.JobWatch.Patience;
import io.accession.testkit.http.Call;
import io.accession.testkit.http.ScriptedServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobWatchTest {

    private static final String JOB_ROUTE = "GET /api/v1/upload-jobs/" + JOB;
    private static final String EVENTS_ROUTE = JOB_ROUTE + "/events";
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(20);

    private final ScriptedServer server = new ScriptedServer();
    private final Connection connection = new Connection(server.address(), Authorization.bearer("t"));
    private final List<Long> seen = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void eventsAreFollowedToTheEnd() {
        server.on(EVENTS_ROUTE, call -> {
            events(call, "progress", pending(1));
            more(call, ": still here\n\n");
            more(call, event("progress", pending(2)));
            more(call, event("ended", done(3)));
        });

        var job = watch(new Patience(LONG, LONG, SHORT, LONG));

        assertThat(job.state()).isEqualTo(UploadJob.State.DONE);
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void aStreamThatBreaksIsTakenUpAgainAndTellsNothingTwice() {
        server.on(EVENTS_ROUTE, call -> events(call, "progress", pending(1))).on(EVENTS_ROUTE, call -> {
            events(call, "progress", pending(1));
            more(call, event("ended", done(3)));
        });

        watch(new Patience(LONG, LONG, SHORT, LONG));

        assertThat(seen).containsExactly(1L, 3L);
        assertThat(server.calls(EVENTS_ROUTE)).hasSize(2);
    }

    @Test
    void aServerWithoutEventsIsAskedInstead() {
        server.on(EVENTS_ROUTE, call -> call.answer(502, "text/html", "<h1>Bad gateway</h1>"))
                .on(JOB_ROUTE, 200, pending(1))
                .on(JOB_ROUTE, 200, pending(2))
                .on(JOB_ROUTE, 200, done(3));

        watch(new Patience(LONG, LONG, SHORT, LONG));

        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    @Test
    void eventsThatSomebodyHoldsBackAreAskedForInstead() {
        server.on(EVENTS_ROUTE, call -> {
                    call.head(200, "text/event-stream", "Cache-Control: no-store");
                    call.in().readAllBytes(); // until the client gives up
                })
                .on(JOB_ROUTE, 200, done(3));

        watch(new Patience(SHORT, LONG, SHORT, LONG));

        assertThat(seen).containsExactly(3L);
    }

    @Test
    void aServerThatStaysAwayIsGivenUp() {
        server.on(EVENTS_ROUTE, call -> {});

        assertThatThrownBy(() -> watch(new Patience(LONG, LONG, SHORT, Duration.ZERO)))
                .isInstanceOf(ServerUnreachableException.class);
    }

    @Test
    void aJobThatIsNotThereIsRefused() {
        var problem = "{\"type\":\"urn:accession:problem:not-found\",\"title\":\"Not found\",\"status\":404}";
        server.refuses(EVENTS_ROUTE, 404, problem).refuses(JOB_ROUTE, 404, problem);

        assertThatThrownBy(() -> watch(new Patience(LONG, LONG, SHORT, LONG)))
                .isInstanceOf(RequestRefusedException.class);
    }

    @Test
    void aServerThatFailsForAMomentIsAskedAgain() {
        var problem = "{\"type\":\"urn:accession:problem:internal\",\"title\":\"Failed\",\"status\":500}";
        server.refuses(EVENTS_ROUTE, 500, problem)
                .refuses(JOB_ROUTE, 500, problem)
                .on(JOB_ROUTE, 200, done(3));

        watch(new Patience(LONG, LONG, SHORT, LONG));

        assertThat(seen).containsExactly(3L);
    }

    private UploadJob watch(Patience patience) {
        return new JobWatch(connection, JOB, job -> seen.add(job.counts().registered()), patience).untilEnded();
    }

    private static void events(Call call, String name, String data) throws IOException {
        call.head(200, "text/event-stream", "Cache-Control: no-store");
        more(call, event(name, data));
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static void more(Call call, String text) throws IOException {
        call.out().write(text.getBytes(StandardCharsets.UTF_8));
        call.out().flush();
    }
}
