package io.accession.catalog.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Runs a short-lived program to its end and keeps what it said. */
final class PostgresProgram {

    /** How a program ended. Its output, both streams together, explains a failure. */
    record Outcome(int exitCode, String output) {

        boolean succeeded() {
            return exitCode == 0;
        }
    }

    private PostgresProgram() {}

    /** The input is written before the output is read: keep it to a few lines. */
    static Outcome run(List<String> command, String input) throws IOException {
        var process = prepared(command).redirectErrorStream(true).start();
        try {
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while " + command.getFirst() + " was running", interrupted);
        } finally {
            process.destroy();
        }
    }

    /** Nothing of our environment, which may hold credentials, reaches the programs. */
    static ProcessBuilder prepared(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().retainAll(List.of("PATH"));
        builder.environment().putAll(Map.of("LC_ALL", "C", "TZ", "UTC"));
        return builder;
    }
}
