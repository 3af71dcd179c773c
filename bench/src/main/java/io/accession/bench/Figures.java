package io.accession.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was measured, by name, over several runs. */
final class Figures {

    private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

    void add(String name, Duration taken) {
        seconds.computeIfAbsent(name, ignored -> new ArrayList<>()).add(taken.toNanos() / 1e9);
    }

    double median(String name) {
        var sorted = seconds.getOrDefault(name, List.of()).stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured as '" + name + "'");
        }
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    double ratio(String name, String yardstick) {
        return median(name) / median(yardstick);
    }

    List<Double> all(String name) {
        return List.copyOf(seconds.getOrDefault(name, List.of()));
    }
}
