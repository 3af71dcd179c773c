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

/** Many calls that come at once and wait for one job, and what the server has in use meanwhile. */
final class LongPolls {

    /** After an answer that asks for patience. */
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;

    private final SdkCaller caller;
    private final BenchServer server;
    private final String path;
    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger sentBack = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicBoolean isOver = new AtomicBoolean();

    LongPolls(SdkCaller caller, BenchServer server, String path) {
        this.caller = caller;
        this.server = server;
        this.path = path;
    }

    /**
     * What was seen while all of them were waiting, or as many as there were when patience was over; {@code sentBack} were asked to come back
     * later, {@code failed} counts answers that are neither that nor a pending job.
     */
    record Seen(
            int waiting,
            double secondsUntilAllWait,
            long threadsBefore,
            long threads,
            long activeConnections,
            double otherCallMillis,
            int sentBack,
            int failed) {}

    /** As the SDK does, a call that is answered without the job's end is sent again at once. */
    Seen open(int count) throws IOException, InterruptedException {
        long before = server.threads();
        var threads = new ArrayList<Thread>();
        try {
            long start = System.nanoTime();
            for (int i = 0; i < count; i++) {
                threads.add(Thread.ofVirtual().start(this::repeat));
            }
            long waiting = metric("accession_long_polls");
            while (waiting < count && System.nanoTime() - start < PATIENCE.toNanos()) {
                Thread.sleep(BETWEEN_LOOKS);
                waiting = metric("accession_long_polls");
            }
            return seen((int) waiting, (System.nanoTime() - start) / 1e9, before);
        } finally {
            isOver.set(true);
            threads.forEach(Thread::interrupt);
            for (var thread : threads) {
                thread.join();
            }
            client.close();
        }
    }

    private Seen seen(int waiting, double seconds, long before) throws IOException, InterruptedException {
        long active = metric("accession_database_connections\\{state=\"requests\"\\}");
        var other = new Timings();
        long start = System.nanoTime();
        caller.get("storage/folders?isRecursive=False&order=name&desc=False&pageSize=10");
        other.addSince(start);
        return new Seen(
                waiting, seconds, before, server.threads(), active, other.longest(), sentBack.get(), failed.get());
    }

    private void repeat() {
        while (!isOver.get()) {
            try {
                var answer = caller.get(path);
                if (answer.status() == UNAVAILABLE) {
                    sentBack.incrementAndGet();
                    Thread.sleep(PAUSE);
                } else if (answer.status() != OK || !answer.body().contains("\"PENDING\"")) {
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
        var url = URI.create(server.url() + "/observe/metrics");
        var text = client.send(HttpRequest.newBuilder(url).build(), HttpResponse.BodyHandlers.ofString())
                .body();
        var value = Pattern.compile("(?m)^" + name + " (\\S+)$").matcher(text);
        return value.find() ? (long) Double.parseDouble(value.group(1)) : -1;
    }
}
