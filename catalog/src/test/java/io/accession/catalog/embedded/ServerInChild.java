package io.accession.catalog.embedded;

import io.accession.catalog.DatabaseUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Another process that starts or joins an embedded PostgreSQL and keeps it until it is told to end, or killed. */
final class ServerInChild implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private ServerInChild(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The program of the child: {@code start|join DATA PROGRAMS}. Prints the server's process id, ends with its input. */
    public static void main(String[] arguments) throws IOException {
        var postgres = new EmbeddedPostgres(Path.of(arguments[1]), Path.of(arguments[2]), PostgresSettings.forTests());
        try (var running = arguments[0].equals("start") ? postgres.start() : postgres.join(Duration.ZERO)) {
            System.out.println("running " + running.pid());
            System.in.read();
        } catch (DatabaseUnavailableException refused) {
            System.out.println("refused " + refused.getMessage());
        }
    }

    static ServerInChild start(Path data, Path programs) {
        return launch(List.of(), System.getProperty("java.class.path"), "start", data, programs);
    }

    static ServerInChild join(Path data, Path programs) {
        return launch(List.of(), System.getProperty("java.class.path"), "join", data, programs);
    }

    static ServerInChild startAs(int user, String classPath, Path data, Path programs) {
        var id = Integer.toString(user);
        var prefix = List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups");
        return launch(prefix, classPath, "start", data, programs);
    }

    /** The first thing the child says: {@code running PID} or {@code refused MESSAGE}. */
    String answer() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        try {
            process.outputWriter(StandardCharsets.UTF_8).close();
            process.waitFor();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static ServerInChild launch(List<String> prefix, String classPath, String mode, Path data, Path programs) {
        var command = new ArrayList<>(prefix);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                ServerInChild.class.getName(),
                mode,
                data.toString(),
                programs.toString()));
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("LC_ALL", "C.UTF-8");
            return new ServerInChild(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
