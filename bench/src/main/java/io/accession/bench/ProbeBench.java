package io.accession.bench;

import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.media.FfmpegPrograms;
import io.accession.media.FormatProber;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Probes a sample of each kind from memory, beside one other program per file, and again with a storage that is far away. */
@Command(
        name = "probe",
        mixinStandardHelpOptions = true,
        description = "Probes files of each kind, beside one ffprobe, pdfinfo or dcmdump per file.")
final class ProbeBench implements Callable<Integer> {

    private static final String HOME = "accession.home";

    @Option(names = "--files", defaultValue = "10000", description = "Files per kind read in Java (${DEFAULT-VALUE}).")
    private int files;

    @Option(
            names = "--child-files",
            defaultValue = "60",
            description = "Files per kind that takes a child process, and per other program (${DEFAULT-VALUE}).")
    private int childFiles;

    @Option(names = "--workers", defaultValue = "64", description = "Files at once from far away (${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--latency",
            defaultValue = "20",
            description = "Milliseconds before each answer of the far storage (${DEFAULT-VALUE}).")
    private int latency;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    private final PrintStream progress = System.err;

    @Override
    public Integer call() throws Exception {
        var directory = Files.createTempDirectory("accession-bench-");
        try (var prober = new FormatProber(directory.resolve("programs"))) {
            var programs = FfmpegPrograms.unpack(directory.resolve("programs"));
            var demo = Path.of(System.getProperty(HOME, "."), "samples");
            var figures = new ArrayList<ProbeFigures>();
            for (var sample : ProbeSample.all(demo, directory)) {
                progress.println(sample.name());
                if (isSupported(prober, sample)) {
                    figures.add(measure(prober, sample, programs, isReadInJava(directory, sample)));
                } else {
                    progress.println("  cannot be probed by this build");
                }
            }
            print(figures);
            return 0;
        } finally {
            delete(directory);
        }
    }

    private ProbeFigures measure(MediaProber prober, ProbeSample sample, FfmpegPrograms programs, boolean inJava)
            throws IOException, InterruptedException, ExecutionException {
        int cores = Runtime.getRuntime().availableProcessors();
        int count = inJava ? files : childFiles;
        ProbeRun.measure(prober, sample, count, cores, Duration.ZERO);
        var near = ProbeRun.measure(prober, sample, count, inJava ? cores : 2 * cores, Duration.ZERO);
        var other = OtherProgram.find(sample.yardstick(), programs);
        double rate = other.isEmpty() ? Double.NaN : other.get().filesPerSecond(sample.file(), childFiles);
        var far = ProbeRun.measure(
                prober, sample, inJava ? 50 * workers : 2 * count, workers, Duration.ofMillis(latency));
        double possible = inJava ? workers / (far.requestsPerFile() * latency / 1000.0) : cores;
        return new ProbeFigures(sample.name(), inJava, near, yardstick(sample, other.isPresent()), rate, far, possible);
    }

    private static String yardstick(ProbeSample sample, boolean there) {
        if (sample.yardstick().isEmpty()) {
            return "nothing";
        }
        return there ? sample.yardstick() : "no " + sample.yardstick() + " here";
    }

    private static boolean isSupported(MediaProber prober, ProbeSample sample) throws IOException {
        return probe(prober, sample) instanceof ProbeResult.Probed;
    }

    /** Whether it goes without programs: where there is a file in the place of their directory they cannot be unpacked. */
    private static boolean isReadInJava(Path directory, ProbeSample sample) throws IOException {
        var blocked = directory.resolve("no-programs");
        Files.writeString(blocked, "");
        try (var prober = new FormatProber(blocked)) {
            return probe(prober, sample) instanceof ProbeResult.Probed;
        } catch (UncheckedIOException noPrograms) {
            return false;
        }
    }

    private static ProbeResult probe(MediaProber prober, ProbeSample sample) throws IOException {
        var store = new SampleStore(Files.readAllBytes(sample.file()), Duration.ZERO);
        return prober.probe(sample.kind(), ProbeRun.view(store, sample));
    }

    private void print(List<ProbeFigures> figures) {
        if (json) {
            System.out.println(figures.stream()
                    .map(ProbeFigures::json)
                    .collect(Collectors.joining(
                            ", ",
                            "{\"workers\": " + workers + ", \"latency_ms\": " + latency + ", \"kinds\": [",
                            "]}")));
            return;
        }
        System.out.println(ProbeFigures.HEADINGS);
        figures.forEach(kind -> System.out.println(kind.row()));
        System.out.printf("far: %d workers, %d ms before each answer%n", workers, latency);
    }

    private static void delete(Path directory) throws IOException {
        try (var paths = Files.walk(directory)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
