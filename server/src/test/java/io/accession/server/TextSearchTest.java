package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.server.configuration.ServerConfiguration.FlagValue;
import io.accession.server.encoder.EmbeddingService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts among the anchors of searches. */
class TextSearchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final EmbeddingService SERVICE = new EmbeddingService();
    private static final TestServer SERVER = new TestServer(
            setting("encoders.letters.url", SERVICE.url().toString()),
            setting("encoders.letters.model", "counter"),
            setting("encoders.other.url", SERVICE.url().toString()),
            setting("encoders.other.model", "counter"),
            setting("encoders.undeclared.built-in", "true"));
    private static final String ADMIN = SERVER.administrator();

    private static FlagValue setting(String key, String value) {
        return new FlagValue(key, key, value);
    }

    @BeforeAll
    static void register() {
        SERVER.post(ADMIN, "/api/v1/schema/versions", """
                {"letters": {"ty": "embedding", "size": 3}, "other": {"ty": "embedding", "size": 2}}
                """);
        var folder = UUID.fromString(SERVER.post(ADMIN, "/api/v1/folders", "{\"name\": \"letters\"}")
                .body()
                .path("id")
                .asText());
        for (var name : List.of("aaa", "abc", "ccc")) {
            var vector = IntStream.of('a', 'b', 'c')
                    .mapToObj(letter -> Long.toString(
                            name.chars().filter(one -> one == letter).count()))
                    .collect(Collectors.joining(","));
            SERVER.rows()
                    .describe(SERVER.rows().addItem(folder, "image", name), "{}", 0, "{\"letters\": [" + vector + "]}");
        }
        var end = Instant.now().plus(PATIENCE);
        while (search("{'filter': {'field': 'metadata.letters', 'exists': true}}")
                        .path("total")
                        .asInt()
                < 3) {
            assertThat(Instant.now()).isBefore(end);
        }
    }

    @AfterAll
    static void stop() {
        SERVER.close();
        SERVICE.close();
    }

    private static JsonNode search(String search) {
        return ask(search).body();
    }

    private static TestServer.Answer ask(String search) {
        return SERVER.post(ADMIN, "/api/v1/search", search.replace('\'', '"'));
    }

    @Test
    void theEmbeddingsThatUnderstandTextsAreListed() {
        var encoders = SERVER.get(ADMIN, "/api/v1/search/encoders").body();

        assertThat(encoders.findValuesAsText("field")).containsExactly("metadata.letters", "metadata.other");
        assertThat(encoders.get(0)).hasToString("""
                {"field":"metadata.letters","dimensions":3,"encoder":"counter","kind":"endpoint"}""");
        new Shape(SERVER.get("nobody", "/api/v1/openapi.json").body()).check("EncodedField", encoders.get(0));
    }

    @Test
    void whatIsLikeATextIsFoundAmongOtherAnchors() {
        var like = search("{'similar': {'field': 'metadata.letters', 'like': [{'text': 'a cab at a bar'}]}}");
        var mixed = search(
                "{'similar': {'field': 'metadata.letters', 'like': [{'text': 'ccc'}], 'unlike': [{'vector': [1, 0, 0]}]}}");

        assertThat(like.path("results").findValuesAsText("title")).containsExactly("aaa", "abc", "ccc");
        assertThat(mixed.path("results").findValuesAsText("title")).containsExactly("ccc", "abc", "aaa");
    }

    @Test
    void pagesOfASearchAskTheServiceOnce() {
        var search = "{'similar': {'field': 'metadata.letters', 'like': [{'text': 'abba'}]}, 'limit': 1";
        int before = SERVICE.requests().size();

        var first = search(search + "}");
        var second =
                search(search + ", 'pageToken': '" + first.path("nextPageToken").asText() + "'}");

        assertThat(first.path("results").findValuesAsText("title")).containsExactly("abc");
        assertThat(second.path("results").findValuesAsText("title")).containsExactly("aaa");
        assertThat(SERVICE.requests()).hasSize(before + 1);
    }

    @Test
    void anEncoderOfAnotherEmbeddingIsAConflict() {
        var refused = ask("{'similar': {'field': 'metadata.other', 'like': [{'text': 'abc'}]}}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body().path("detail").asText())
                .contains("'counter' makes vectors of 3 numbers, and those of 'metadata.other' have 2");
    }

    @Test
    void aServiceThatFailsEndsSearchesForTextsAndNoOthers() {
        var failing = ask("{'similar': {'field': 'metadata.letters', 'like': [{'text': 'xyz'}]}}");

        assertThat(failing.status()).isEqualTo(503);
        assertThat(failing.body().path("detail").asText()).contains("embedding of zeros");
        assertThat(search("{'filter': {'words': 'abc'}}").path("total").asInt()).isEqualTo(1);
    }
}
