package io.accession.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that list, poll and patch in turns, each as fast as it is answered. */
final class SdkLoad {

    /** What the clients look at: a folder with items, and one with a job that has ended. */
    record Scene(String folder, List<String> items, String jobFolder, String job) {}

    private final SdkCaller caller;
    private final Scene scene;
    private final Map<String, ConcurrentLinkedQueue<Double>> millis = new TreeMap<>();
    private final AtomicInteger errors = new AtomicInteger();

    SdkLoad(SdkCaller caller, Scene scene) {
        this.caller = caller;
        this.scene = scene;
        for (var call : List.of("list", "patch", "poll")) {
            millis.put(call, new ConcurrentLinkedQueue<>());
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
        millis.getOrDefault(name, new ConcurrentLinkedQueue<>()).add((System.nanoTime() - start) / 1e6);
    }

    int errors() {
        return errors.get();
    }

    int calls() {
        return millis.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum();
    }

    /** Of all calls, in milliseconds; {@code share} is 0.99 for the 99th percentile. */
    double percentile(double share) {
        return percentile(
                share,
                millis.values().stream()
                        .flatMap(ConcurrentLinkedQueue::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    private static double percentile(double share, double[] values) {
        Arrays.sort(values);
        return values.length == 0 ? Double.NaN : values[Math.min(values.length - 1, (int) (share * values.length))];
    }

    /** A line for each kind of call. */
    String table() {
        var table = new StringBuilder();
        millis.forEach((name, taken) -> {
            var values = taken.stream().mapToDouble(Double::doubleValue).toArray();
            table.append(String.format(
                    Locale.ROOT,
                    "%-6s %,8d calls, median %6.1f ms, 99 %% within %6.1f ms%n",
                    name,
                    values.length,
                    percentile(0.5, values),
                    percentile(0.99, values)));
        });
        return table.toString();
    }
}
