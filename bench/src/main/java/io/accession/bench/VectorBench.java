package io.accession.bench;

import com.sun.management.OperatingSystemMXBean;
import io.accession.core.schema.SchemaVersion;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchHits;
import io.accession.search.LuceneIndex;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks for neighbours in an index of vectors, and compares them with what looking at all vectors finds. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        description =
                "Measures the recall and the speed of similarity search at each share that a filter lets through.")
final class VectorBench implements Callable<Integer> {

    private static final double[] SHARES = {1, 0.5, 0.1, 0.01, 0.001};
    private static final int NEIGHBOURS = 10;
    private static final int ROUNDS_TO_WARM_UP = 10;
    private static final long PAUSE_MILLISECONDS = 200;
    private static final long REST_MILLISECONDS = 5_000;

    /** Of one processor. A merge takes a whole one for minutes without writing a byte. */
    private static final double SHARE_AT_REST = 0.05;

    @Option(names = "--items", defaultValue = "200000", description = "Items (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--size", defaultValue = "512", description = "Numbers of a vector (${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--queries", defaultValue = "200", description = "Searches of each kind (${DEFAULT-VALUE}).")
    private int queries;

    @Option(names = "--json", description = "Print one JSON object per line instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        var vectors = new BenchVectors(items, size);
        try (var index = index(directory, vectors)) {
            fill(index, items, size);
            warmUp(index, vectors);
            if (!json) {
                System.out.printf(
                        "%-16s %8s %10s %10s %12s %14s%n",
                        "filter", "share", "recall@10", "exact", "searches/s", "ms of CPU each");
            }
            for (var relation : BenchVectors.Relation.values()) {
                var targets = vectors.targets(relation, queries);
                for (double share : SHARES) {
                    print(measure(index, vectors, relation, targets, share));
                }
            }
            return 0;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    static LuceneIndex index(Path directory, BenchVectors vectors) {
        var schema = new SchemaVersion(1, new UUID(0, 1), vectors.schema(), "", Instant.EPOCH);
        return new LuceneIndex(
                directory.resolve("index"), vectors.feed(), () -> Optional.of(schema), Clock.systemUTC());
    }

    /** Returns when all items are in the index and its segments are merged. */
    static void fill(LuceneIndex index, int items, int size) throws InterruptedException {
        long start = System.nanoTime();
        long spent = processorNanoseconds();
        index.start();
        while (!hasAll(index, items)) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        double complete = (System.nanoTime() - start) / 1e9;
        double merged = (restSince(System.nanoTime()) - start) / 1e9;
        System.err.printf(
                Locale.ROOT,
                "%,d vectors of %,d numbers indexed in %.0f s, merged after %.0f s, %.0f s of the processor%n",
                items,
                size,
                complete,
                merged,
                (processorNanoseconds() - spent) / 1e9);
    }

    private static boolean hasAll(LuceneIndex index, int items) {
        var answering = index.status().answering();
        return answering != null && answering.items() >= items;
    }

    /** Waits until this process does nothing, and tells since when it has done nothing. */
    private static long restSince(long before) throws InterruptedException {
        long since = before;
        while (true) {
            long spent = processorNanoseconds();
            Thread.sleep(REST_MILLISECONDS);
            long now = System.nanoTime();
            if (processorNanoseconds() - spent < SHARE_AT_REST * (now - since)) {
                return since;
            }
            since = now;
        }
    }

    private record Figures(
            BenchVectors.Relation relation,
            double share,
            double recall,
            double exact,
            double searchesPerSecond,
            double milliseconds) {}

    /** As often as the compiler of the JVM needs to be done: what it does meanwhile is no part of a search. */
    private void warmUp(LuceneIndex index, BenchVectors vectors) {
        var relation = BenchVectors.Relation.UNRELATED;
        var targets = vectors.targets(relation, queries);
        for (int round = 0; round < ROUNDS_TO_WARM_UP; round++) {
            for (var target : targets) {
                search(index, vectors, relation, target, 1);
            }
        }
    }

    private static Figures measure(
            LuceneIndex index,
            BenchVectors vectors,
            BenchVectors.Relation relation,
            List<float[]> targets,
            double share) {
        var found = new ArrayList<SearchHits>();
        for (var target : targets) {
            search(index, vectors, relation, target, share); // warms up
        }
        long spent = processorNanoseconds();
        long start = System.nanoTime();
        for (var target : targets) {
            found.add(search(index, vectors, relation, target, share));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double milliseconds = (processorNanoseconds() - spent) / 1e6 / targets.size();
        int hits = 0;
        int wanted = 0;
        for (int i = 0; i < targets.size(); i++) {
            var nearest = vectors.nearest(targets.get(i), relation, share, NEIGHBOURS);
            wanted += nearest.size();
            hits += (int) found.get(i).hits().stream()
                    .filter(hit -> nearest.contains(hit.item()))
                    .count();
        }
        double exact = found.stream()
                        .filter(one -> one.precision() == SearchHits.Precision.EXACT)
                        .count()
                / (double) targets.size();
        return new Figures(relation, share, (double) hits / wanted, exact, targets.size() / seconds, milliseconds);
    }

    /** Of the whole process: what tells something on a machine that others use too. */
    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static SearchHits search(
            LuceneIndex index, BenchVectors vectors, BenchVectors.Relation relation, float[] target, double share) {
        return switch (index.search(vectors.request(relation, target, share, NEIGHBOURS), vectors.readable())) {
            case SearchAnswer.Found(var hits) -> hits;
            case SearchAnswer other -> throw new IllegalStateException("the search came to nothing: " + other);
        };
    }

    private void print(Figures figures) {
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"filter\": \"%s\", \"share\": %s, \"recall\": %.4f, \"exact\": %.2f, \"searches_per_second\": %.0f,"
                                + " \"cpu_milliseconds\": %.3f}%n"
                        : "%-16s %8s %10.4f %10.2f %,12.0f %14.3f%n",
                figures.relation().name().toLowerCase(Locale.ROOT),
                figures.share(),
                figures.recall(),
                figures.exact(),
                figures.searchesPerSecond(),
                figures.milliseconds());
    }
}
