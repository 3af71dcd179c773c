package io.accession.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accession.testkit.http.ScriptedServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A server that is scripted, and words that are carried out against it. */
final class CommandLineFixture implements AutoCloseable {

    final ScriptedServer server = new ScriptedServer();
    final Map<String, String> environment = new HashMap<>();
    private final Path home;
    private String input = "";

    /** What a command left behind. */
    record Outcome(int exitCode, String out, String error) {

        List<String> lines() {
            return out.lines().toList();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(out);
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + out, e);
            }
        }
    }

    CommandLineFixture(Path home) {
        this.home = home;
        environment.put("ACCESSION_URL", server.address().toString());
        environment.put("ACCESSION_TOKEN", "token");
    }

    CommandLineFixture typing(String text) {
        input = text;
        return this;
    }

    Outcome run(String... words) {
        var out = new ByteArrayOutputStream();
        var error = new ByteArrayOutputStream();
        var surroundings = new Surroundings(
                environment,
                home,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(error, true, StandardCharsets.UTF_8),
                false,
                80,
                InstantSource.system());
        int exitCode = CommandLines.execute(CommandLines.root(surroundings, words), surroundings, words);
        return new Outcome(exitCode, out.toString(StandardCharsets.UTF_8), error.toString(StandardCharsets.UTF_8));
    }

    /** The command and its options, separated by spaces. */
    Outcome run(String words) {
        return run(words.split(" "));
    }

    static String page(String... results) {
        return "{\"results\":[" + String.join(",", new ArrayList<>(List.of(results))) + "],\"nextPageToken\":null}";
    }

    @Override
    public void close() {
        server.close();
    }
}
