package io.accession.bench;

import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;

/** How long something took, again and again, in milliseconds. Safe for use by many threads. */
final class Timings {

    private final ConcurrentLinkedQueue<Double> millis = new ConcurrentLinkedQueue<>();

    static Timings ofAll(Collection<Timings> several) {
        var all = new Timings();
        several.forEach(one -> all.millis.addAll(one.millis));
        return all;
    }

    void time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        addSince(start);
    }

    /** {@code start} is a {@link System#nanoTime}. */
    void addSince(long start) {
        millis.add((System.nanoTime() - start) / 1e6);
    }

    int count() {
        return millis.size();
    }

    /** {@code share} is 0.99 for the 99th percentile; not a number while nothing has been timed. */
    double percentile(double share) {
        var sorted = millis.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, (int) (share * sorted.length))];
    }

    double median() {
        return percentile(0.5);
    }

    double longest() {
        return percentile(1);
    }
}
