package io.accession.bench;

import io.accession.core.media.MediaProber;
import io.accession.core.media.ProbeResult;
import io.accession.core.media.ReadBudget;
import io.accession.core.media.StoredObjectView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How many files a number of workers probe in a second, and at what cost.
 *
 * @param cores of the machine that were busy, this process's and its children's work together; not a number where the system does not tell
 */
record ProbeRun(double filesPerSecond, double requestsPerFile, double kibPerFile, double cores) {

    private static final Path STATISTICS = Path.of("/proc/self/stat");
    private static final double TICKS_PER_SECOND = 100;
    /** The fields of one's own time and one's children's, counted behind the name in parentheses. */
    private static final int FIRST_TIME = 11;

    static ProbeRun measure(MediaProber prober, ProbeSample sample, int files, int workers, Duration latency)
            throws IOException, InterruptedException, ExecutionException {
        var store = new SampleStore(Files.readAllBytes(sample.file()), latency);
        var requests = new AtomicLong();
        var bytes = new AtomicLong();
        var next = new AtomicLong();
        double processorBefore = processorSeconds();
        long start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = IntStream.range(0, workers)
                    .<Future<?>>mapToObj(worker -> threads.submit(() -> {
                        while (next.getAndIncrement() < files) {
                            var view = view(store, sample);
                            require(prober.probe(sample.kind(), view), sample);
                            requests.addAndGet(view.requests());
                            bytes.addAndGet(view.bytesRead());
                        }
                    }))
                    .toList();
            for (var worker : running) {
                worker.get();
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new ProbeRun(
                files / seconds,
                (double) requests.get() / files,
                bytes.get() / 1024.0 / files,
                (processorSeconds() - processorBefore) / seconds);
    }

    static StoredObjectView view(SampleStore store, ProbeSample sample) {
        var location = SampleStore.location(sample.file().getFileName().toString());
        return new StoredObjectView(store, location, ReadBudget.forProbing(sample.kind()));
    }

    private static void require(ProbeResult result, ProbeSample sample) {
        if (!(result instanceof ProbeResult.Probed)) {
            throw new IllegalStateException(sample.name() + " came to " + result);
        }
    }

    private static double processorSeconds() throws IOException {
        if (!Files.isReadable(STATISTICS)) {
            return Double.NaN;
        }
        var text = Files.readString(STATISTICS);
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
        double ticks = 0;
        for (int i = FIRST_TIME; i < FIRST_TIME + 4; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }
}
