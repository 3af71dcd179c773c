package io.accession.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** Many calls that wait for one job, and what the server has in use meanwhile. */
final class LongPolls {

    /** That many calls may be on their way in at once: the server looks each caller up before it lets the call wait. */
    private static final int ON_THEIR_WAY = 100;

    /** After an error, as the SDK does. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SdkCaller caller;
    private final BenchServer server;
    private final String path;

    LongPolls(SdkCaller caller, BenchServer server, String path) {
        this.caller = caller;
        this.server = server;
        this.path = path;
    }

    /** What was seen while nearly all of them were waiting; {@code failed} counts answers other than that the job is pending. */
    record Seen(
            int waiting,
            long threadsBefore,
            long threads,
            long activeConnections,
            double otherCallMillis,
            int failed) {}

    /** As the SDK does, a call that is answered without the job's end is sent again at once. */
    Seen open(int count) throws IOException, InterruptedException {
        long before = server.threads();
        var failed = new AtomicInteger();
        var isOver = new AtomicBoolean();
        var threads = new ArrayList<Thread>();
        try {
            long end = System.nanoTime() + PATIENCE.toNanos();
            long waiting = 0;
            while (waiting < count && System.nanoTime() < end) {
                waiting = metric("accession_long_polls");
                for (long missing = Math.min(count, waiting + ON_THEIR_WAY) - threads.size(); missing > 0; missing--) {
                    threads.add(Thread.ofVirtual().start(() -> repeat(isOver, failed)));
                }
                Thread.sleep(20);
            }
            return seen((int) waiting, before, failed);
        } finally {
            isOver.set(true);
            threads.forEach(Thread::interrupt);
            for (var thread : threads) {
                thread.join();
            }
        }
    }

    private Seen seen(int waiting, long before, AtomicInteger failed) throws IOException, InterruptedException {
        long active = metric("accession_database_connections\\{state=\"active\"\\}");
        long start = System.nanoTime();
        caller.get("storage/folders?isRecursive=False&order=name&desc=False&pageSize=10");
        double other = (System.nanoTime() - start) / 1e6;
        return new Seen(waiting, before, server.threads(), active, other, failed.get());
    }

    private void repeat(AtomicBoolean isOver, AtomicInteger failed) {
        while (!isOver.get()) {
            try {
                var answer = caller.get(path);
                if (answer.status() != 200 || !answer.body().contains("\"PENDING\"")) {
                    failed.incrementAndGet();
                    Thread.sleep(PAUSE);
                }
            } catch (IOException e) {
                if (!isOver.get()) {
                    failed.incrementAndGet();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private long metric(String name) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var url = URI.create(server.url() + "/observe/metrics");
            var text = client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
            var value = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(text);
            return value.find() ? (long) Double.parseDouble(value.group(1)) : -1;
        }
    }
}
