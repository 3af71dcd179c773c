package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends the calls of {@code wire-calls.txt} byte by byte as the Encord SDK does, and checks every key of their answers. */
@TestMethodOrder(MethodOrderer.MethodName.class)
final class WireConformanceTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireShapes SHAPES = new WireShapes();

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    private static final String NOBODY = "0190a1b2-0000-7000-8000-000000000000";

    record Captured(String name, String method, String path, String body, String shape) {
        @Override
        public String toString() {
            return name;
        }

        static Captured of(List<String> lines) {
            var request = lines.get(1);
            int space = request.indexOf(' ');
            return new Captured(
                    lines.getFirst(),
                    request.substring(0, space),
                    request.substring(space + 1),
                    lines.size() > 3 ? lines.get(2) : "",
                    lines.getLast());
        }
    }

    static Stream<Captured> captured() {
        var calls = new ArrayList<Captured>();
        var lines = new ArrayList<String>();
        Stream.concat(WireShapes.lines("wire-calls.txt"), Stream.of("")).forEach(line -> {
            if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                calls.add(Captured.of(List.copyOf(lines)));
                lines.clear();
            }
        });
        return calls.stream();
    }

    @ParameterizedTest
    @MethodSource("captured")
    void everyKeyOfTheAnswerIsThere(Captured call) {
        var answer = CATALOGUE.sdk().send(call.method(), CATALOGUE.filled(call.path()), CATALOGUE.filled(call.body()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).isEqualTo("application/json");
        SHAPES.check(call.name(), answer.body(), call.shape());
    }

    @ParameterizedTest
    @MethodSource("captured")
    void bentCallsAreRefusedWithAMessage(Captured call) {
        var path = CATALOGUE.filled(call.path());
        var body = CATALOGUE.filled(call.body());
        var bent = new ArrayList<WireCaller.Answer>();
        var named = Stream.of(
                        "folder",
                        "item",
                        "composite",
                        "job",
                        "integration",
                        "collection",
                        "preset",
                        "synced",
                        "sync",
                        "reencoding")
                .map(CATALOGUE::name)
                .collect(Collectors.toSet());
        for (var id : named) {
            if (path.contains(id)) {
                bent.add(CATALOGUE.sdk().send(call.method(), path.replace(id, NOBODY), body));
                bent.add(CATALOGUE.sdk().send(call.method(), path.replace(id, "no-uuid"), body));
            }
        }
        if (!body.isEmpty()) {
            bent.add(CATALOGUE.sdk().send(call.method(), path, body.substring(0, body.length() / 2)));
            bent.add(CATALOGUE.sdk().send(call.method(), path, "[1]"));
            bent.add(CATALOGUE.sdk().send(call.method(), path, "{}"));
        }
        if (path.contains("pageSize=")) {
            bent.add(CATALOGUE.sdk().send(call.method(), path + "0000", body));
            bent.add(CATALOGUE.sdk().send(call.method(), path + "&pageToken=bm9uZQ", body));
            bent.add(CATALOGUE.sdk().send(call.method(), path + "&pageToken=%00", body));
        }
        bent.add(WireCaller.stranger(CATALOGUE.server().port()).send(call.method(), path, body));

        assertThat(bent).allSatisfy(answer -> {
            assertThat(answer.status()).as(answer.text()).isIn(200, 400, 401, 403, 413);
            if (answer.status() != 200) {
                assertThat(answer.body().path("message").asText())
                        .as(answer.text())
                        .isNotBlank();
            }
        });
    }
}
