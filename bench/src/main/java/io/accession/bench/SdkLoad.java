package io.accession.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that list, poll and patch in turns, each as fast as it is answered. */
final class SdkLoad {

    /** What the clients look at: a folder with items, and one with a job that has ended. */
    record Scene(String folder, List<String> items, String jobFolder, String job) {}

    private final SdkCaller caller;
    private final Scene scene;
    private final Map<String, Timings> timings = new TreeMap<>();
    private final AtomicInteger errors = new AtomicInteger();

    SdkLoad(SdkCaller caller, Scene scene) {
        this.caller = caller;
        this.scene = scene;
        for (var call : List.of("list", "patch", "poll")) {
            timings.put(call, new Timings());
        }
    }

    void run(int clients, Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        var threads = new ArrayList<Thread>();
        for (int client = 0; client < clients; client++) {
            var random = new Random(client);
            threads.add(Thread.ofVirtual().start(() -> callUntil(end, random)));
        }
        for (var thread : threads) {
            thread.join();
        }
    }

    private void callUntil(long end, Random random) {
        while (System.nanoTime() < end) {
            var item = scene.items().get(random.nextInt(scene.items().size()));
            time(
                    "list",
                    "GET",
                    "storage/folders/" + scene.folder()
                            + "/items?isRecursive=False&order=name&desc=False&pageSize=100&signUrls=False",
                    "");
            time(
                    "poll",
                    "GET",
                    "storage/folders/" + scene.jobFolder() + "/data-upload-jobs/" + scene.job()
                            + "?timeoutSeconds=604800",
                    "");
            time(
                    "patch",
                    "PATCH",
                    "storage/folders/" + scene.folder() + "/items/" + item,
                    "{\"clientMetadata\": {\"site\": \"b\", \"n\": " + random.nextInt(1_000) + "}}");
        }
    }

    private void time(String name, String method, String path, String body) {
        long start = System.nanoTime();
        try {
            if (caller.send(method, path, body).status() != 200) {
                errors.incrementAndGet();
            }
        } catch (IOException e) {
            errors.incrementAndGet();
        }
        timings.getOrDefault(name, new Timings()).addSince(start);
    }

    int errors() {
        return errors.get();
    }

    /** Of all calls. */
    Timings timings() {
        return Timings.ofAll(timings.values());
    }

    /** A line for each kind of call. */
    String table() {
        var table = new StringBuilder();
        timings.forEach((name, taken) -> table.append(String.format(
                Locale.ROOT,
                "%-6s %,8d calls, median %6.1f ms, 99 %% within %6.1f ms%n",
                name,
                taken.count(),
                taken.median(),
                taken.percentile(0.99))));
        return table.toString();
    }
}
