package io.accession.bench;

import com.sun.management.OperatingSystemMXBean;
import io.accession.catalog.Database;
import io.accession.catalog.DatabaseSettings;
import io.accession.catalog.embedded.EmbeddedPostgres;
import io.accession.catalog.embedded.PostgresSettings;
import io.accession.catalog.registry.PostgresMapStore;
import io.accession.core.domain.UserId;
import io.accession.core.map.EmbeddingMap;
import io.accession.core.map.MapStore;
import io.accession.core.registry.Principal;
import io.accession.core.search.Filter;
import io.accession.core.search.MapShape;
import io.accession.core.search.MappedPoints;
import io.accession.core.search.PointsAnswer;
import io.accession.core.search.SearchAnswer;
import io.accession.core.search.SearchOrder;
import io.accession.core.search.SearchRequest;
import io.accession.search.LuceneIndex;
import io.accession.search.LuceneMaps;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Computes a map of vectors, and compares neighbours on it with neighbours in truth. */
@Command(
        name = "map",
        mixinStandardHelpOptions = true,
        description = "Measures how long a map takes, what filters on it cost, and how far it is to be trusted.")
final class MapBench implements Callable<Integer> {

    private static final Principal SOMEBODY = new Principal(new UserId(new UUID(0, 1)), "bench@example.org", true);
    private static final long PAUSE_MILLISECONDS = 200;
    private static final int CONNECTIONS = 4;
    private static final int FILTERS = 5;
    private static final int CORNERS = 1_000;
    private static final int LOOKED_AT = 100;

    @Option(names = "--items", defaultValue = "100000", description = "Items (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--size", defaultValue = "512", description = "Numbers of a vector (${DEFAULT-VALUE}).")
    private int size;

    @Option(names = "--threads", defaultValue = "2", description = "Threads that compute (${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--json", description = "Print one JSON object per line instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        var vectors = new BenchVectors(items, size);
        try (var postgres = new EmbeddedPostgres(directory, PostgresSettings.standard()).start();
                var database = Database.open(postgres.address(), DatabaseSettings.standard(CONNECTIONS));
                var index = VectorBench.index(directory, vectors);
                var maps = new LuceneMaps(index, new PostgresMapStore(database.jdbi()), UUID.randomUUID(), threads)) {
            var store = new PostgresMapStore(database.jdbi());
            VectorBench.fill(index, items, size);
            maps.start();
            compute("computed", store, vectors);
            compute("computed anew", store, vectors);
            report(index, vectors);
            return 0;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    private void compute(String name, MapStore store, BenchVectors vectors) throws InterruptedException {
        var key = vectors.field().key();
        int version = store.find(key).map(EmbeddingMap::version).orElse(0);
        long start = System.nanoTime();
        long spent = processorNanoseconds();
        store.compute(SOMEBODY, key);
        while (store.find(key).map(EmbeddingMap::version).orElse(0) == version) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        print(name, (System.nanoTime() - start) / 1e9, (processorNanoseconds() - spent) / 1e9, "s");
    }

    private void report(LuceneIndex index, BenchVectors vectors) {
        measure("all points, the first time", () -> points(index, vectors, Filter.everything()));
        var all = points(index, vectors, Filter.everything());
        for (int i = 1; i <= FILTERS; i++) {
            var half = vectors.filter(BenchVectors.Relation.UNRELATED, 0.5 + i / 100.0);
            measure("points of a new filter", () -> points(index, vectors, half));
        }
        double x = all.coordinates()[0];
        double y = all.coordinates()[1];
        for (int i = 1; i <= FILTERS; i++) {
            var area = new Filter.OnMap(vectors.field(), all.version(), new MapShape.Polygon(circle(x, y, i)));
            measure("a search in an area of 1,000 corners", () -> count(index, vectors, area));
        }
        var trust = new MapTrust(vectors, LOOKED_AT);
        print("of 10 neighbours on the map near in truth", trust.of(all), trust.ofForemostAxes(), "share, axes");
    }

    private static List<MapShape.Corner> circle(double x, double y, double radius) {
        return IntStream.range(0, CORNERS)
                .mapToObj(i -> new MapShape.Corner(
                        x + radius * Math.cos(i * Math.TAU / CORNERS), y + radius * Math.sin(i * Math.TAU / CORNERS)))
                .toList();
    }

    private static MappedPoints points(LuceneIndex index, BenchVectors vectors, Filter filter) {
        return switch (index.points(vectors.field(), filter, vectors.readable())) {
            case PointsAnswer.Found(var points) -> points;
            case PointsAnswer.Refused(var refusal) -> throw new IllegalStateException("no points: " + refusal);
        };
    }

    private static SearchAnswer count(LuceneIndex index, BenchVectors vectors, Filter filter) {
        return index.search(
                new SearchRequest(filter, null, new SearchOrder.Relevance(), List.of(), 0, null), vectors.readable());
    }

    private void measure(String name, Runnable work) {
        long start = System.nanoTime();
        long spent = processorNanoseconds();
        work.run();
        print(name, (System.nanoTime() - start) / 1e6, (processorNanoseconds() - spent) / 1e6, "ms");
    }

    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** What it took by the clock, and of the processor. */
    private void print(String name, double taken, double spent, String unit) {
        System.out.printf(
                Locale.ROOT,
                json
                        ? "{\"measured\": \"%s\", \"value\": %.3f, \"processor\": %.3f, \"unit\": \"%s\"}%n"
                        : "%-45s %10.3f %10.3f %s%n",
                name,
                taken,
                spent,
                unit);
    }
}
