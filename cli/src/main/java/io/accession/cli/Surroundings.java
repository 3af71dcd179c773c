package io.accession.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command meets when it is started.
 *
 * @param terminal whether standard error is a terminal that a progress bar can be drawn on
 * @param columns its width
 */
public record Surroundings(
        Map<String, String> environment,
        Path home,
        InputStream in,
        PrintStream out,
        PrintStream error,
        boolean terminal,
        int columns,
        InstantSource clock) {

    private static final int USUAL_COLUMNS = 80;

    /** Those of this process. The launcher tells about the terminal, because asking costs Java more time than a whole command. */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                Path.of(System.getProperty("user.home")),
                System.in,
                System.out,
                System.err,
                Boolean.getBoolean("accession.terminal"),
                Integer.getInteger("accession.columns", USUAL_COLUMNS),
                InstantSource.system());
    }
}
