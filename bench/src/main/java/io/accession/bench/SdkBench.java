package io.accession.bench;

import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.NewUser;
import io.accession.api.Secret;
import io.accession.client.Manifest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Many clients of the wire protocol at once: calls in quick succession, and calls that wait. */
@Command(
        name = "sdk",
        mixinStandardHelpOptions = true,
        description = "Calls a server as many Encord SDKs at once: listing, polling, patching; then waiting for a job.")
final class SdkBench implements Callable<Integer> {

    private static final int SMALL_JOB = 100;

    @Option(names = "--clients", defaultValue = "64", description = "Clients at once (${DEFAULT-VALUE}).")
    private int clients;

    @Option(names = "--seconds", defaultValue = "60", description = "How long they call (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warm-up",
            defaultValue = "60",
            description = "Seconds of the same before, until the server's code is compiled (${DEFAULT-VALUE}).")
    private int warmUp;

    @Option(names = "--items", defaultValue = "2000", description = "Items in their folder (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--polls", defaultValue = "10000", description = "Calls that wait at once (${DEFAULT-VALUE}).")
    private int polls;

    @Option(names = "--heap", defaultValue = "512m", description = "The server's heap (${DEFAULT-VALUE}).")
    private String heap = "512m";

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        try (var silent = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
                var server = BenchServer.start(Files.createDirectories(directory.resolve("data")), directory, heap)) {
            var caller = new SdkCaller(server.url());
            server.client().users().add(new NewUser("sdk@bench", true, caller.sshPublicKey()));
            var scene = scene(server, caller, directory);
            new SdkLoad(caller, scene).run(clients, Duration.ofSeconds(warmUp));
            var load = new SdkLoad(caller, scene);
            var machine = MachineTimes.now();
            var before = ProcessorTimes.now(server);
            load.run(clients, Duration.ofSeconds(seconds));
            double stolen = MachineTimes.now().percentStolenSince(machine);
            var cost = ProcessorTimes.now(server)
                    .minus(before)
                    .dividedBy(Math.max(1, load.timings().count()));
            var waiting = new LongPolls(caller, server, pendingJob(server, silent)).open(polls);
            print(load, cost, stolen, waiting, server.peakMegabytes());
            return load.errors() == 0 && waiting.failed() == 0 && waiting.waiting() >= polls ? 0 : 1;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    private SdkLoad.Scene scene(BenchServer server, SdkCaller caller, Path directory) throws IOException {
        var integration = server.strictIntegration();
        var folder = server.folder("items");
        register(server, folder, integration, TrustedManifest.write(directory.resolve("items.json"), items));
        var jobFolder = server.folder("job");
        var job = register(
                server, jobFolder, integration, TrustedManifest.write(directory.resolve("job.json"), SMALL_JOB));
        var listed = caller.get("storage/folders/" + folder
                + "/items?isRecursive=False&order=name&desc=False&pageSize=1000&signUrls=False");
        var ids = Pattern.compile("\\{\"uuid\":\"([0-9a-f-]{36})\"")
                .matcher(listed.body())
                .results()
                .map(id -> id.group(1))
                .toList();
        return new SdkLoad.Scene(folder.toString(), ids, jobFolder.toString(), job.toString());
    }

    private static UUID register(BenchServer server, UUID folder, UUID integration, TrustedManifest manifest) {
        var jobs = server.client().jobs();
        var job = jobs.register(folder, integration, true, Manifest.of(manifest.file()));
        return jobs.watch(job.id(), progress -> {}).id();
    }

    /** A job that reads from a storage that never answers. */
    private static String pendingJob(BenchServer server, ServerSocket silent) {
        var settings = new NewIntegrationSettings.S3(
                null,
                "eu-west-1",
                "http://127.0.0.1:" + silent.getLocalPort(),
                true,
                "AKIABENCH",
                new Secret("never-checked"),
                null);
        var integration = server.client()
                .integrations()
                .add(new NewIntegration("bench-silent", settings, false, true, null))
                .id();
        var folder = server.folder("pending");
        var manifest = "{\"images\": [{\"objectUrl\": \"s3://bucket/never.jpg\"}]}".getBytes(StandardCharsets.UTF_8);
        var job = server.client()
                .jobs()
                .register(folder, integration, true, Manifest.of("p.json", new ByteArrayInputStream(manifest)));
        return "storage/folders/" + folder + "/data-upload-jobs/" + job.id() + "?timeoutSeconds=604800";
    }

    private void print(SdkLoad load, ProcessorTimes cost, double stolen, LongPolls.Seen waiting, long peakMegabytes) {
        var timings = load.timings();
        double rate = (double) timings.count() / seconds;
        if (json) {
            System.out.printf(
                    Locale.ROOT,
                    "{\"clients\": %d, \"calls_per_second\": %.0f, \"errors\": %d, \"p50_ms\": %.1f, \"p99_ms\": %.1f, \"server_ms_per_call\": %.2f,"
                            + " \"database_ms_per_call\": %.2f, \"clients_ms_per_call\": %.2f, \"stolen_percent\": %.1f,"
                            + " \"long_polls\": %d, \"seconds_until_all_wait\": %.1f, \"long_polls_sent_back\": %d, \"long_polls_failed\": %d,"
                            + " \"threads_before\": %d, \"threads\": %d,"
                            + " \"connections_in_use\": %d, \"other_call_ms\": %.1f, \"server_peak_mib\": %d}%n",
                    clients,
                    rate,
                    load.errors(),
                    timings.median(),
                    timings.percentile(0.99),
                    millis(cost.server()),
                    millis(cost.database()),
                    millis(cost.clients()),
                    stolen,
                    waiting.waiting(),
                    waiting.secondsUntilAllWait(),
                    waiting.sentBack(),
                    waiting.failed(),
                    waiting.threadsBefore(),
                    waiting.threads(),
                    waiting.activeConnections(),
                    waiting.otherCallMillis(),
                    peakMegabytes);
        } else {
            System.out.printf(
                    Locale.ROOT,
                    "%d clients for %d s: %,.0f calls/s, %d errors, median %.1f ms, 99 %% within %.1f ms;"
                            + " processor time per call: %.2f ms of the server, %.2f ms of its database, %.2f ms of the clients;"
                            + " %.1f %% of the processors went to other machines%n%s",
                    clients,
                    seconds,
                    rate,
                    load.errors(),
                    timings.median(),
                    timings.percentile(0.99),
                    millis(cost.server()),
                    millis(cost.database()),
                    millis(cost.clients()),
                    stolen,
                    load.table());
            System.out.printf(
                    Locale.ROOT,
                    "%,d calls waiting after %.1f s: %d platform threads (%d before), %d database connections in use by requests,"
                            + " another call took %.1f ms, %d sent back with 503, %d failed%nthe server's peak: %d MiB%n",
                    waiting.waiting(),
                    waiting.secondsUntilAllWait(),
                    waiting.threads(),
                    waiting.threadsBefore(),
                    waiting.activeConnections(),
                    waiting.otherCallMillis(),
                    waiting.sentBack(),
                    waiting.failed(),
                    peakMegabytes);
        }
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
