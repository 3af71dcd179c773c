package io.accession.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.api.NewIntegration;
import io.accession.api.NewIntegrationSettings;
import io.accession.api.Secret;
import io.accession.catalog.DatabaseAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Looks at a large catalogue with a browser: how long people wait for pages, and whether they see gaps while they scroll. */
@Command(
        name = "ui",
        mixinStandardHelpOptions = true,
        description = "Fills a catalogue and looks at it in this machine's Chromium: pages, scrolling, the map.")
final class UiBench implements Callable<Integer> {

    private static final String FOLDER = "looked at";
    private static final String LOOK = "look";
    private static final long PAUSE_MILLISECONDS = 500;

    @Option(names = "--items", defaultValue = "1000000", description = "Items with 20 keys each (${DEFAULT-VALUE}).")
    private int items;

    @Option(names = "--runs", defaultValue = "5", description = "How often each page is opened (${DEFAULT-VALUE}).")
    private int runs;

    @Option(names = "--seconds", defaultValue = "10", description = "Of scrolling (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--heap", defaultValue = "2g", description = "The server's heap (${DEFAULT-VALUE}).")
    private String heap = "2g";

    @Option(
            names = "--no-map",
            description = "Leave the map out, for which each item gets an embedding of four numbers.")
    private boolean isWithoutMap;

    @Option(names = "--browser", description = "Chromium's or Chrome's program (${DEFAULT-VALUE}).")
    private Path browser = Path.of("/usr/bin/chromium");

    @Mixin
    private final Results results = new Results();

    @Override
    public Integer call() throws Exception {
        if (!Files.isExecutable(browser)) {
            System.err.println("There is no browser at " + browser
                    + ". Install Chromium (Debian: apt install chromium), or" + " name another one with --browser.");
            return 2;
        }
        var directory = Files.createTempDirectory("accession-bench-");
        try (var picture = ReadyPicture.serve();
                var server = BenchServer.start(Files.createDirectories(directory.resolve("data")), directory, heap);
                var database = server.database()) {
            results.put("items", items);
            fill(server, database.address(), picture);
            if (!isWithoutMap) {
                compute(server);
            }
            look(server, directory.resolve("data"));
            results.put("server_peak_mib", server.peakMegabytes());
            results.print();
            return 0;
        } finally {
            RegisterBench.delete(directory);
        }
    }

    private void fill(BenchServer server, DatabaseAddress database, ReadyPicture picture) throws Exception {
        say("filling the catalogue with %,d items", items);
        var schema = SearchMix.json(isWithoutMap ? SearchFilling.SCHEMA : SearchFilling.SCHEMA_WITH_LOOK);
        server.client().schema().save(schema, null);
        long start = System.nanoTime();
        new SearchFilling(database, integration(server, picture), !isWithoutMap).fill(server.folder(FOLDER), items);
        while (!isIndexed(server)) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        results.put("filled_and_indexed_seconds", (System.nanoTime() - start) / 1e9);
    }

    private static UUID integration(BenchServer server, ReadyPicture picture) {
        var settings = new NewIntegrationSettings.S3(
                null, "eu-west-1", picture.endpoint(), true, "AKIABENCH", new Secret("never-checked"), null);
        return server.client()
                .integrations()
                .add(new NewIntegration("bench-ui", settings, false, true, null))
                .id();
    }

    private boolean isIndexed(BenchServer server) {
        var status = server.client().index().status();
        var answering = status.answering();
        return status.building() == null
                && answering != null
                && answering.itemsBehind() == 0
                && answering.items() >= items;
    }

    private void compute(BenchServer server) throws InterruptedException {
        say("computing the map");
        long start = System.nanoTime();
        server.client().embeddings().computeMap(LOOK);
        while (server.client().embeddings().map(LOOK).version() == 0) {
            Thread.sleep(PAUSE_MILLISECONDS);
        }
        results.put("map_computed_seconds", (System.nanoTime() - start) / 1e9);
    }

    /** What {@code web/bench/ui.mjs} measures. */
    private void look(BenchServer server, Path data) throws IOException, InterruptedException {
        var home = Path.of(System.getProperty("accession.home", "."));
        var builder = new ProcessBuilder(List.of("node", "bench/ui.mjs"))
                .directory(home.resolve("web").toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        var environment = builder.environment();
        environment.put("ACCESSION_URL", "http://localhost:" + server.url().getPort());
        environment.put(
                "ACCESSION_TOKEN", Files.readString(data.resolve("admin-token")).strip());
        environment.put("ACCESSION_BROWSER", browser.toString());
        environment.put("BENCH_ITEMS", Integer.toString(items));
        environment.put("BENCH_RUNS", Integer.toString(runs));
        environment.put("BENCH_SECONDS", Integer.toString(seconds));
        environment.put("BENCH_FOLDER", FOLDER);
        environment.put("BENCH_MAP", isWithoutMap ? "" : LOOK);
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("What the browser did failed; it is told above.");
        }
        JsonNode measured = Json.lenient().readTree(said);
        measured.properties()
                .forEach(one -> results.put(one.getKey(), one.getValue().asDouble()));
    }

    private static void say(String text, Object... values) {
        System.err.printf(Locale.ROOT, text + "%n", values);
    }
}
