package io.accession.bench;

import io.accession.api.ManifestEvent;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.NewManifest;
import io.accession.api.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Makes a manifest of a large bucket whose pages are ready, over HTTP and through the whole server. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Makes a manifest of a bucket that a small server of ours serves from memory.")
final class ListBench implements Callable<Integer> {

    @Option(names = "--keys", defaultValue = "500000", description = "Objects in the bucket (${DEFAULT-VALUE}).")
    private int keys;

    @Option(
            names = "--directories",
            defaultValue = "50",
            description = "Directories that they lie in (${DEFAULT-VALUE}).")
    private int directories;

    @Option(names = "--runs", defaultValue = "3", description = "Runs after one to warm up (${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--latency-ms",
            defaultValue = "0",
            description = "What each page takes besides (${DEFAULT-VALUE}).")
    private int latency;

    @Option(names = "--heap", defaultValue = "512m", description = "The server's heap (${DEFAULT-VALUE}).")
    private String heap = "512m";

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        try (var bucket = ReadyBucket.serve(keys, directories, latency);
                var server = BenchServer.start(Files.createDirectories(directory.resolve("data")), directory, heap)) {
            var integration = integration(server, bucket);
            create(server, integration);
            var seconds = new ArrayList<Double>();
            for (int run = 0; run < runs; run++) {
                seconds.add(create(server, integration));
            }
            print(seconds.stream().sorted().toList().get(runs / 2), server.peakMegabytes());
            return 0;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    private static UUID integration(BenchServer server, ReadyBucket bucket) {
        var settings = new NewIntegrationSettings.S3(
                null, "eu-west-1", bucket.endpoint(), true, "AKIABENCH", new Secret("never-checked"), null);
        return server.client()
                .integrations()
                .add(new NewIntegration("bench-list", settings, false, true, null))
                .id();
    }

    private double create(BenchServer server, UUID integration) throws IOException {
        var wish = new NewManifest(
                integration,
                List.of("s3://bucket/"),
                null,
                NewManifest.Kind.AUTO,
                null,
                null,
                null,
                List.of(),
                false,
                false,
                false);
        long start = System.nanoTime();
        server.client().manifests().create(wish, this::check);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.err.printf(Locale.ROOT, "%,d keys in %.2f s%n", keys, seconds);
        return seconds;
    }

    private void check(ManifestEvent event) {
        if (event instanceof ManifestEvent.Drafted drafted && drafted.urls() != keys) {
            throw new IllegalStateException("of " + keys + " objects came " + drafted);
        }
    }

    private void print(double seconds, long peakMegabytes) {
        double rate = keys / seconds;
        if (json) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"keys\": %d, \"latency_ms\": %d, \"seconds\": %.3f, \"keys_per_second\": %.0f,"
                            + " \"server_peak_mib\": %d}%n",
                    keys,
                    latency,
                    seconds,
                    rate,
                    peakMegabytes);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%,d keys, median of %d runs: %.2f s, %,.0f keys/s; the server's peak %d MiB%n",
                    keys,
                    runs,
                    seconds,
                    rate,
                    peakMegabytes);
        }
    }
}
