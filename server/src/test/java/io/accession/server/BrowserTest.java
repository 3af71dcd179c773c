package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.Json;
import io.accession.core.session.OneTimeCode;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What people do with the web UI, in a real browser over a real server: the tests in {@code web/browser}, which node runs. */
final class BrowserTest {

    private static final Path WEB = Path.of("..", "web");
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String MEANING = "meaning.test.ts";

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> thePagesDoWhatTheyPromise() throws IOException, InterruptedException {
        try (var server = new TestServer()) {
            return results(server, "--exclude=" + MEANING);
        }
    }

    /** Of a server that knows what texts mean, whose pages offer more. */
    @TestFactory
    Stream<DynamicTest> thePagesFindWhatTextsMean() throws IOException, InterruptedException {
        try (var server = new TestServer(new FlagValue("search.meaning", "search.meaning", "true"))) {
            return results(server, MEANING);
        }
    }

    private Stream<DynamicTest> results(TestServer server, String which) throws IOException, InterruptedException {
        var samples = copyOfTheSamples(server.localRoot());
        var report = temporary.resolve("report.json");
        var said = run(server, which, samples, report);

        assertThat(report).as(said).exists();
        return results(Json.lenient().readTree(report.toFile()));
    }

    private static Path copyOfTheSamples(Path root) throws IOException {
        var copy = root.resolve("samples");
        try (var below = Files.walk(SAMPLES)) {
            for (var path : below.toList()) {
                Files.copy(
                        path, copy.resolve(SAMPLES.relativize(path).toString()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return copy;
    }

    private static String run(TestServer server, String which, Path samples, Path report)
            throws IOException, InterruptedException {
        var node = new ProcessBuilder(List.of(
                        "node",
                        "node_modules/vitest/vitest.mjs",
                        "run",
                        "--config",
                        "browser/vitest.config.ts",
                        "--reporter=json",
                        "--outputFile=" + report,
                        which))
                .directory(WEB.toFile())
                .redirectErrorStream(true);
        node.environment().put("ACCESSION_URL", "http://localhost:" + server.port());
        node.environment().put("ACCESSION_TOKEN", server.administrator());
        node.environment().put("ACCESSION_SAMPLES", samples.toString());
        node.environment().put("ACCESSION_BROWSER", Chromium.find().toString());
        node.environment().put("ACCESSION_SIGN_IN", server.signInCode().reveal());
        node.environment()
                .put(
                        "ACCESSION_WELCOME",
                        server.firstAdministrator()
                                .invite()
                                .map(OneTimeCode::reveal)
                                .orElseThrow());
        var process = node.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    private static Stream<DynamicTest> results(JsonNode report) {
        return report.path("testResults").valueStream().flatMap(BrowserTest::resultsOfFile);
    }

    private static Stream<DynamicTest> resultsOfFile(JsonNode file) {
        if (file.path("assertionResults").isEmpty()) {
            return Stream.of(DynamicTest.dynamicTest(
                    file.path("name").asText(),
                    () -> assertThat(file.path("message").asText())
                            .as("a file without tests")
                            .isNull()));
        }
        return file.path("assertionResults")
                .valueStream()
                .map(test -> DynamicTest.dynamicTest(
                        test.path("fullName").asText(),
                        () -> assertThat(test.path("status").asText())
                                .as("%s", test.path("failureMessages"))
                                .isEqualTo("passed")));
    }
}
