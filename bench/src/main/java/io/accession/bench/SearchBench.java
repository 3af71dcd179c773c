package io.accession.bench;

import io.accession.api.IndexStatus;
import io.accession.api.NewSearch;
import io.accession.client.Manifest;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Follows a catalogue of items with twenty keys each, and searches it, through the whole server. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Fills a catalogue, has it indexed, and searches it by filters with facets.")
final class SearchBench implements Callable<Integer> {

    private static final int WARM_UP = 40;
    private static final int NEW_IMAGES = 11;

    @Option(names = "--items", defaultValue = "1000000", description = "Items with 20 keys each (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--searches", defaultValue = "200", description = "Searches of each kind (${DEFAULT-VALUE}).")
    private int searches;

    @Option(names = "--heap", defaultValue = "2g", description = "The server's heap (${DEFAULT-VALUE}).")
    private String heap = "2g";

    @Mixin
    private final Results results = new Results();

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        try (var server = BenchServer.start(Files.createDirectories(directory.resolve("data")), directory, heap);
                var database = server.database()) {
            results.put("items", items);
            fill(server, new SearchFilling(database.address()));
            rebuild(server);
            var mix = new SearchMix();
            measure(server, "filter_facets_page", ignored -> mix.filterWithFacets());
            measure(server, "filter_change", mix::changedFilter);
            measure(server, "everything_facets_page", ignored -> mix.everything());
            measure(server, "words_facets_page", ignored -> mix.words());
            results.put("searchable_after_ms_max", searchableAfterMillis(server));
            results.put("server_peak_mib", server.peakMegabytes());
            results.print();
            return 0;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    private void fill(BenchServer server, SearchFilling filling) throws Exception {
        say("filling the catalogue with %,d items", items);
        server.client().schema().save(SearchMix.json(SearchFilling.SCHEMA), null);
        filling.fill(server.folder("searched"), items);
        await(server, status -> isCaughtUp(status) && items(status) >= items);
    }

    private static long items(IndexStatus status) {
        return status.answering() == null ? 0 : status.answering().items();
    }

    private static boolean isCaughtUp(IndexStatus status) {
        return status.building() == null
                && status.answering() != null
                && status.answering().itemsBehind() == 0;
    }

    /** The rate at which an index is built from nothing, the database's part included. */
    private void rebuild(BenchServer server) throws InterruptedException {
        say("building the index anew");
        var start = System.nanoTime();
        var usedBefore = server.processorTime();
        server.client().index().rebuild();
        await(server, status -> status.building() != null);
        await(server, SearchBench::isCaughtUp);
        double seconds = (System.nanoTime() - start) / 1e9;
        results.put("feed_items_per_second", items / seconds);
        double used = server.processorTime().minus(usedBefore).toNanos() / 1e3;
        results.put("feed_processor_micros_per_item", used / items);
        var built = server.client().index().status().answering();
        results.put("index_bytes_per_item", built == null ? 0 : (double) built.bytes() / items);
    }

    private interface Reached {
        boolean by(IndexStatus status);
    }

    private static void await(BenchServer server, Reached reached) throws InterruptedException {
        while (!reached.by(server.client().index().status())) {
            Thread.sleep(50);
        }
    }

    private void measure(BenchServer server, String name, IntFunction<NewSearch> search) {
        say("%s", name.replace('_', ' '));
        for (int i = 0; i < WARM_UP; i++) {
            server.client().search().find(search.apply(i));
        }
        var timings = new Timings();
        for (int i = WARM_UP; i < WARM_UP + searches; i++) {
            var next = search.apply(i);
            timings.time(() -> server.client().search().find(next));
        }
        results.put(name + "_ms_p50", timings.median());
        results.put(name + "_ms_p95", timings.percentile(0.95));
    }

    /** From the end of a job of one image until a search finds it: the longest of several. */
    private double searchableAfterMillis(BenchServer server) {
        say("registering images and looking for them");
        var folder = server.folder("new ones");
        var integration = server.strictIntegration();
        var timings = new Timings();
        for (int number = 0; number < NEW_IMAGES; number++) {
            var url = "s3://new/new-" + number + ".jpg";
            register(server, folder, integration, url);
            timings.time(() -> find(server, url));
        }
        return timings.longest();
    }

    private static void register(BenchServer server, UUID folder, UUID integration, String objectUrl) {
        var manifest = """
                {"images": [{"objectUrl": "%s", "imageMetadata": {"mimeType": "image/jpeg", \
                "fileSize": 1, "width": 1, "height": 1}}]}""".formatted(objectUrl).getBytes(StandardCharsets.UTF_8);
        var jobs = server.client().jobs();
        var job = jobs.register(folder, integration, true, Manifest.of("one.json", new ByteArrayInputStream(manifest)));
        jobs.watch(job.id(), progress -> {});
    }

    private static void find(BenchServer server, String objectUrl) {
        while (server.client().search().find(SearchMix.at(objectUrl)).total() == 0) {
            Thread.onSpinWait();
        }
    }

    private static void say(String text, Object... values) {
        System.err.printf(Locale.ROOT, text + "%n", values);
    }
}
