package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sends the queries of {@code wire-queries.txt} byte by byte as the Encord SDK does, and checks every key of their answers. */
@TestMethodOrder(MethodOrderer.MethodName.class)
final class WireQueriesTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final WireCaller SDK = CATALOGUE.sdk();
    private static final WireShapes SHAPES = new WireShapes();
    private static final String NOBODY = "0190a1b2-0000-7000-8000-000000000000";

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    record Captured(String name, String dataset, String body, String shape) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Captured> captured() {
        var queries = new ArrayList<Captured>();
        var lines = new ArrayList<String>();
        Stream.concat(WireShapes.lines("wire-queries.txt"), Stream.of("")).forEach(line -> {
            if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                queries.add(new Captured(lines.get(0), lines.get(1), lines.get(2), lines.get(3)));
                lines.clear();
            }
        });
        return queries.stream();
    }

    /** Before anything is removed. */
    @ParameterizedTest
    @MethodSource("captured")
    void bentQueriesAreRefusedWithAMessage(Captured query) {
        var dataset = CATALOGUE.filled(query.dataset());
        var body = CATALOGUE.filled(query.body());
        var bent = new ArrayList<WireCaller.Answer>();
        for (var name :
                List.of("dataset", "mirror", "row", "grouprow", "free", "strict", "source", "mirrorjob", "videorow")) {
            if (query.body().contains("${" + name + "}")) {
                bent.add(SDK.query(dataset, body.replace(CATALOGUE.name(name), "no-uuid")));
            }
        }
        if (!query.name().startsWith("rows by id")) {
            bent.add(SDK.query(NOBODY, body.replace(dataset, NOBODY)));
        }
        bent.add(SDK.query(dataset, body.substring(0, body.length() / 2)));
        bent.add(SDK.query(dataset, "[1]"));
        bent.add(SDK.query(dataset, "{}"));
        bent.add(WireCaller.stranger(CATALOGUE.server().port()).query(dataset, body));

        assertThat(bent).allSatisfy(answer -> refused(answer));
    }

    private static void refused(WireCaller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("status").asInt()).as(answer.text()).isEqualTo(400);
        assertThat(answer.body().at("/response/0").asText())
                .as(answer.text())
                .isIn("INVALID_ARGUMENTS_ERROR", "AUTHENTICATION_ERROR", "AUTHORISATION_ERROR");
        assertThat(answer.body().path("payload").asText()).as(answer.text()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("captured")
    void everyKeyOfTheResponseIsThere(Captured query) {
        var answer = SDK.query(CATALOGUE.filled(query.dataset()), CATALOGUE.filled(query.body()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("status").asInt()).as(answer.text()).isEqualTo(200);
        SHAPES.check(query.name(), answer.body().path("response"), query.shape());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"query_type\": \"projectwithuserrole\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}",
                "{\"query_type\": \"imagegroupocr\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}"
            })
    void whatIsNotOfferedIsSaid(String body) {
        var answer = SDK.query(CATALOGUE.name("dataset"), body);

        refused(answer);
        assertThat(answer.body().path("payload").asText()).contains("offer");
    }

    @Test
    void aManifestMayBeLargerThanOtherQueries() {
        var mirror = CATALOGUE.name("mirror");
        var note = "n".repeat(9 << 20);

        var manifest = SDK.query(
                mirror, WireCatalogue.query("POST", "datasetdatalongpolling", "\"" + mirror + "\"", """
                        {"files": {"images": [{"objectUrl": "s3://b/large.jpg", "imageMetadata": %s, "clientMetadata": {"note": "%s"}}]},
                         "integrationId": "%s", "ignoreErrors": true}
                        """.formatted(
                                WireCatalogue.IMAGE, note, CATALOGUE.name("strict"))));
        var other = SDK.query(
                mirror,
                WireCatalogue.query("POST", "datasetusers", "\"" + mirror + "\"", "{\"note\": \"" + note + "\"}"));

        assertThat(manifest.body().at("/response/process_hash").asText())
                .as(manifest.text())
                .isNotEmpty();
        refused(other);
        assertThat(other.body().path("payload").asText()).contains("may have at most 8388608 bytes");
    }

    @Test
    void valuesOfTheWrongKindAreRefused() {
        var dataset = CATALOGUE.name("dataset");
        var uid = "\"" + dataset + "\"";

        var bent = List.of(
                SDK.query(dataset, WireCatalogue.query("POST", "datasetlinkitems", uid, "{\"item_uuids\": [null]}")),
                SDK.query(dataset, WireCatalogue.query("POST", "datasetlinkitems", uid, "null")),
                SDK.query(
                        dataset,
                        WireCatalogue.query(
                                "POST",
                                "datasetlinkitems",
                                uid,
                                "{\"item_uuids\": [], \"duplicates_behavior\": \"X\"}")),
                SDK.query(dataset, WireCatalogue.query("GET", "datarows", "null", "{\"data_types\": [\"X\"]}")),
                SDK.query(dataset, WireCatalogue.query("GET", "datarows", "null", "{\"title_like\": \"x\\\\\"}")),
                SDK.query(dataset, WireCatalogue.query("GET", "datarows", "null", "{\"title_eq\": \"\\u0000\"}")),
                SDK.query(dataset, WireCatalogue.query("GET", "datarows", "null", "{\"created_after\": \"soon\"}")),
                SDK.query(
                        dataset,
                        WireCatalogue.query(
                                "POST", "datasetusers", uid, "{\"user_emails\": [\"a@b\"], \"user_role\": 7}")),
                SDK.query(dataset, WireCatalogue.query("POST", "datasetdatalongpolling", uid, "{\"files\": {}}")));

        assertThat(bent).allSatisfy(answer -> refused(answer));
    }
}
