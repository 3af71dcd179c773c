package io.accession.server.endtoend;

import io.accession.catalog.DatabaseAddress;
import io.accession.server.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server or a worker in a process of its own, which can be killed. */
final class ServerProcess implements AutoCloseable {

    private static final String READY = "Accession answers at ";

    private final Process process;
    private final Path data;
    private final String ready;

    private ServerProcess(Process process, Path data) throws IOException {
        this.process = process;
        this.data = data;
        this.ready = firstWords(process.inputReader(StandardCharsets.UTF_8));
    }

    private String firstWords(BufferedReader output) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.startsWith("Accession")) {
                return line;
            }
        }
        throw new IllegalStateException("the process ended: " + Files.readString(data.resolve("errors.txt")));
    }

    /** A server with an embedded PostgreSQL, or with a database that it is told of by {@link Launch#over}. */
    static ServerProcess serve(Path data, Launch launch) {
        return launch.start(data, List.of("serve", "--port", "0", "--data", data.toString()));
    }

    static ServerProcess work(Path data, Launch launch) {
        return launch.start(data, List.of("worker", "--data", data.toString()));
    }

    /** How a process is started: words before {@code java}, and settings for its environment. */
    record Launch(List<String> prefix, List<String> environment) {

        static Launch plain() {
            return new Launch(List.of(), List.of());
        }

        Launch after(String... words) {
            return new Launch(List.of(words), environment);
        }

        Launch over(DatabaseAddress database) {
            return new Launch(
                    prefix,
                    List.of(
                            "ACCESSION_DATABASE_URL=" + database.jdbcUrl(),
                            "ACCESSION_DATABASE_USER=" + database.user(),
                            "ACCESSION_DATABASE_PASSWORD=" + database.password()));
        }

        private ServerProcess start(Path data, List<String> words) {
            var command = new ArrayList<>(List.of("env"));
            command.addAll(environment);
            command.addAll(prefix);
            command.addAll(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:TieredStopAtLevel=1",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            command.addAll(words);
            try {
                Files.createDirectories(data);
                var errors = data.resolve("errors.txt").toFile();
                var process = new ProcessBuilder(command)
                        .redirectError(ProcessBuilder.Redirect.appendTo(errors))
                        .start();
                return new ServerProcess(process, data);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Visitor visitor() {
        return Visitor.of(URI.create(ready.substring(READY.length())), data);
    }

    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Stops in order. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
