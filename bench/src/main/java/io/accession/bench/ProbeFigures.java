package io.accession.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What was measured of one kind.
 *
 * @param inJava whether no child process is needed
 * @param yardstick the other program, or why there is none
 * @param yardstickRate its files per second; not a number if there is none
 * @param far the same with a storage that is far away
 * @param possible files per second that the far storage's answers allow; for children the cores that could be busy
 */
record ProbeFigures(
        String kind,
        boolean inJava,
        ProbeRun near,
        String yardstick,
        double yardstickRate,
        ProbeRun far,
        double possible) {

    static final String HEADINGS = "%-6s %-7s %10s %9s %8s   %-24s %8s   %10s %10s %6s"
            .formatted(
                    "kind",
                    "read by",
                    "files/s",
                    "req/file",
                    "KiB/file",
                    "beside",
                    "ratio",
                    "far",
                    "possible",
                    "share");

    /** Of what is possible: files per second where Java reads, cores where children do. */
    double share() {
        return (inJava ? far.filesPerSecond() : far.cores()) / possible;
    }

    String row() {
        var beside = Double.isNaN(yardstickRate) ? yardstick : "%s %.1f/s".formatted(yardstick, yardstickRate);
        return String.format(
                Locale.ROOT,
                "%-6s %-7s %10.1f %9.2f %8.1f   %-24s %8s   %10s %10s %5.0f%%",
                kind,
                inJava ? "java" : "child",
                near.filesPerSecond(),
                near.requestsPerFile(),
                near.kibPerFile(),
                beside,
                Double.isNaN(yardstickRate) ? "" : rounded(near.filesPerSecond() / yardstickRate),
                inJava ? rounded(far.filesPerSecond()) + "/s" : rounded(far.cores()) + " cores",
                inJava ? rounded(possible) + "/s" : rounded(possible) + " cores",
                100 * share());
    }

    private static String rounded(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", kind);
        fields.put("read_by", inJava ? "java" : "child");
        fields.put("files_per_second", near.filesPerSecond());
        fields.put("requests_per_file", near.requestsPerFile());
        fields.put("kib_per_file", near.kibPerFile());
        fields.put("yardstick", yardstick);
        fields.put("yardstick_files_per_second", yardstickRate);
        fields.put("ratio", near.filesPerSecond() / yardstickRate);
        fields.put("far_files_per_second", far.filesPerSecond());
        fields.put("far_cores", far.cores());
        fields.put("far_possible", possible);
        fields.put("far_share", share());
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\": " + json(field.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Object value) {
        return switch (value) {
            case Double number -> Double.isFinite(number) ? String.format(Locale.ROOT, "%.3f", number) : "null";
            default -> "\"" + value + "\"";
        };
    }
}
