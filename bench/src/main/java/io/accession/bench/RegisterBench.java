package io.accession.bench;

import io.accession.api.UploadJob;
import io.accession.client.Manifest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Registers a large manifest over HTTP, alternating with a plain COPY of the rows that come of it. */
@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Registers a manifest of trusted images side by side with a plain COPY of the same rows.")
final class RegisterBench implements Callable<Integer> {

    private static final String YARDSTICK = "yardstick";

    @Option(names = "--items", defaultValue = "500000", description = "Images in the manifest (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--runs", defaultValue = "3", description = "Alternating runs (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--heap", defaultValue = "512m", description = "The server's heap (${DEFAULT-VALUE}).")
    private String heap = "512m";

    @Option(names = "--images", defaultValue = "2000", description = "Files to probe (${DEFAULT-VALUE}).")
    private int images;

    @Mixin
    private final Results results = new Results();

    private final Figures figures = new Figures();
    private final PrintStream progress = System.err;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        try (var probing = ProbeMeasurement.prepare(directory.resolve("media"), images);
                var server =
                        BenchServer.start(Files.createDirectories(directory.resolve("data")), probing.root(), heap);
                var database = server.database()) {
            progress.printf("writing a manifest of %,d images%n", items);
            var manifest = TrustedManifest.write(directory.resolve("manifest.json"), items);
            var yardstick = new Yardstick(database.address(), directory.resolve("rows.txt"));
            measureRegistration(server, yardstick, manifest);
            var latency = new TrustedImage(server).medianMillis();
            var probed = probing.measure(server);
            print(manifest, latency, probed, server.peakMegabytes());
            return 0;
        } finally {
            delete(directory);
        }
    }

    private void measureRegistration(BenchServer server, Yardstick yardstick, TrustedManifest manifest)
            throws IOException, SQLException {
        var integration = server.strictIntegration();
        progress.println("warming up");
        register(server, "warm-up", server.folder("warm-up"), integration, manifest, true);
        yardstick.takeRows();
        for (int run = 1; run <= runs; run++) {
            progress.printf("run %d of %d%n", run, runs);
            yardstick.emptyCatalogue();
            figures.add(YARDSTICK, yardstick.run());
            var folder = server.folder("tolerant " + run);
            register(server, "tolerant", folder, integration, manifest, true);
            register(server, "unchanged", folder, integration, manifest, true);
            yardstick.emptyCatalogue();
            register(server, "atomic", server.folder("atomic " + run), integration, manifest, false);
        }
    }

    private void register(
            BenchServer server,
            String name,
            UUID folder,
            UUID integration,
            TrustedManifest manifest,
            boolean tolerant) {
        var start = System.nanoTime();
        var jobs = server.client().jobs();
        var job = jobs.register(folder, integration, tolerant, Manifest.of(manifest.file()));
        var answered = Duration.ofNanos(System.nanoTime() - start);
        var ended = jobs.watch(job.id(), progress -> {});
        var taken = Duration.ofNanos(System.nanoTime() - start);
        var counts = ended.counts();
        if (ended.state() != UploadJob.State.DONE || counts.registered() + counts.known() != manifest.images()) {
            throw new IllegalStateException(name + " ended " + ended.state() + " with " + counts);
        }
        figures.add(name, taken);
        figures.add(name + " answered", answered);
        progress.printf(
                Locale.ROOT, "  %-10s %6.2f s, answered after %.2f s%n", name, seconds(taken), seconds(answered));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private void print(TrustedManifest manifest, double latency, ProbeMeasurement.Probed probed, long peakMegabytes) {
        results.put("items", manifest.images());
        results.put("yardstick_seconds", figures.median(YARDSTICK));
        results.put("tolerant_seconds", figures.median("tolerant"));
        results.put("tolerant_ratio", figures.ratio("tolerant", YARDSTICK));
        results.put("atomic_seconds", figures.median("atomic"));
        results.put("atomic_ratio", figures.ratio("atomic", YARDSTICK));
        results.put("unchanged_seconds", figures.median("unchanged"));
        results.put("unchanged_ratio", figures.ratio("unchanged", YARDSTICK));
        results.put("answered_seconds", figures.median("tolerant answered"));
        results.put("answered_ratio", figures.ratio("tolerant answered", YARDSTICK));
        results.put("trusted_image_ms", latency);
        results.put("probe_images_per_second", probed.imagesPerSecond());
        results.put("ffprobe_images_per_second", probed.ffprobePerSecond());
        results.put("probe_ratio", probed.imagesPerSecond() / probed.ffprobePerSecond());
        results.put("probe_requests_per_image", probed.requestsPerImage());
        results.put("probe_kib_per_image", probed.kibPerImage());
        results.put("server_peak_mib", peakMegabytes);
        results.print();
    }

    static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
