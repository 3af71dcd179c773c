package io.accession.bench;

import io.accession.api.NewFolder;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import io.accession.catalog.embedded.EmbeddedPostgres;
import io.accession.catalog.embedded.PostgresSettings;
import io.accession.catalog.embedded.RunningPostgres;
import io.accession.client.AccessionClient;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own with a bounded heap, an embedded PostgreSQL with fsync on, and a client for it. */
final class BenchServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Path data;
    private final AccessionClient client;

    private BenchServer(Process process, Path data, AccessionClient client) {
        this.process = process;
        this.data = data;
        this.client = client;
    }

    static BenchServer start(Path data, Path mediaRoot, String heap) throws IOException, InterruptedException {
        var command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-XX:+UseCompactObjectHeaders",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.accession.server.Main",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString());
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("server.log").toFile());
        builder.environment().put("ACCESSION_STORAGE_LOCAL_ROOTS", mediaRoot.toString());
        var process = builder.start();
        return new BenchServer(process, data, connect(process, data));
    }

    private static AccessionClient connect(Process process, Path data) throws IOException, InterruptedException {
        var url = data.resolve("server-url");
        var token = data.resolve("admin-token");
        var end = Instant.now().plus(PATIENCE);
        while (!Files.exists(url) || !Files.exists(token)) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IOException("The server did not start; see " + data.resolve("server.log") + ".");
            }
            Thread.sleep(50);
        }
        return AccessionClient.connect(
                URI.create(Files.readString(url).strip()),
                Files.readString(token).strip());
    }

    URI url() throws IOException {
        return URI.create(Files.readString(data.resolve("server-url")).strip());
    }

    /** Platform threads of the server; 0 where the system does not tell. */
    long threads() throws IOException {
        return status("Threads:");
    }

    /** What the server has used of the processors so far, its database not counted. */
    Duration processorTime() {
        return processorTime(process.toHandle());
    }

    Duration databaseProcessorTime() {
        return process.descendants().map(BenchServer::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    /** Zero where the system does not tell. */
    static Duration processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    AccessionClient client() {
        return client;
    }

    UUID folder(String name) {
        return client.folders().create(new NewFolder(name, null, null)).id();
    }

    /** An integration whose storage is never asked: all its entries bring their media metadata. */
    UUID strictIntegration() {
        var keys = new NewIntegrationSettings.S3(
                null, "eu-west-1", null, false, "AKIABENCH", new Secret("never-used"), null);
        return client.integrations()
                .add(new NewIntegration("bench-s3", keys, true, false, null))
                .id();
    }

    UUID localIntegration(Path root) {
        var settings = new NewIntegrationSettings.Local(root.toString());
        return client.integrations()
                .add(new NewIntegration("bench-local", settings, false, false, null))
                .id();
    }

    /** The server's own database. */
    RunningPostgres database() {
        return new EmbeddedPostgres(data, PostgresSettings.standard()).join(PATIENCE);
    }

    /** The largest resident size that the server has had, in MiB; 0 where the system does not tell. */
    long peakMegabytes() throws IOException {
        return status("VmHWM:") / 1024;
    }

    private long status(String name) throws IOException {
        var status = Path.of("/proc", Long.toString(process.pid()), "status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
