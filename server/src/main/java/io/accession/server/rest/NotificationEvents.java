package io.accession.server.rest;

import io.accession.api.Json;
import io.accession.api.Notifications;
import io.accession.core.registry.Principal;
import io.accession.server.http.Call;
import io.accession.server.http.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A user's notifications as server-sent events, as the HTML standard writes them: at once, and whenever something has changed. Looks each second
 * while jobs run and less often else; between two looks a listener is a parked virtual thread and holds no database connection. After a quarter
 * of an hour the stream ends, and the browser comes again with its session.
 */
final class NotificationEvents implements Endpoint {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration QUIET_PAUSE = Duration.ofSeconds(3);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final Function<Principal, Notifications> notifications;

    NotificationEvents(Function<Principal, Notifications> notifications) {
        this.notifications = notifications;
    }

    @Override
    public void answer(Call call) throws IOException {
        try (var out = call.stream("text/event-stream")) {
            follow(call.asking(), out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the server stops; the client takes up again
        }
    }

    private void follow(Principal asking, OutputStream out) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        long lastSign = System.nanoTime();
        @Nullable Notifications told = null;
        while (System.nanoTime() < end) {
            var now = notifications.apply(asking);
            if (!now.equals(told)) {
                write(out, "event: notifications\ndata: " + Json.strict().writeValueAsString(now) + "\n\n");
                told = now;
                lastSign = System.nanoTime();
            } else if (System.nanoTime() - lastSign > SILENCE.toNanos()) {
                write(out, ": still there\n\n");
                lastSign = System.nanoTime();
            }
            Thread.sleep(now.running().isEmpty() ? QUIET_PAUSE : PAUSE);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
