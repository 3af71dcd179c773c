package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accession.server.WireConformanceTest.Captured;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that nobody should make. What may change something comes last. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class WireBadInputTest {

    private static final WireCatalogue CATALOGUE = new WireCatalogue();
    private static final List<String> NO_TEXTS = List.of("7", "[null]");
    private static final List<String> TEXTS = List.of("\"x\"", "{\"a\": [true]}");
    private static final String MEBIBYTE =
            "{\"objectUrl\": \"s3://b/never.jpg\"},\n".repeat(32_768).substring(0, 1 << 20);

    @AfterAll
    static void stop() {
        CATALOGUE.close();
    }

    static Stream<Captured> captured() {
        return WireConformanceTest.captured();
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "storage/search/items?pageSize=1&itemTypes=image",
                "storage/folders?pageSize=1&search=f",
                "cloud-integrations?filterIntegrationUuids=0190a1b2-0000-7000-8000-000000000000"
            })
    void aThousandRepeatedKeysOfAQueryAreRead(String path) {
        var key = path.substring(Math.max(path.lastIndexOf('&'), path.lastIndexOf('?')) + 1);

        var answer = CATALOGUE.sdk().get(path + ("&" + key).repeat(999));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The client sends all of it before it reads the answer. */
    @Order(1)
    @Test
    void ofTwoHundredMegabytesThatBeginWronglyTheClientShowsWhatIsWrong() {
        var before = CATALOGUE.contents();

        var answer = CATALOGUE
                .sdk()
                .postLarge("storage/folders/" + CATALOGUE.name("folder") + "/data-upload-jobs", () -> manifest(200));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("line 2");
        assertThat(CATALOGUE.contents()).isEqualTo(before);
    }

    private static InputStream manifest(int mebibytes) {
        var parts = new ArrayList<InputStream>();
        parts.add(bytes("{\"externalFiles\": {\"images\": [\n oops, "));
        for (int i = 0; i < mebibytes; i++) {
            parts.add(bytes(MEBIBYTE));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Order(1)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer acc_guessed",
                "Basic YTpi",
                "acc_guessed",
                "Bearer a b c",
                "Bearer \u00e9"
            })
    void aTokenThatIsNoneIsRefused(String authorization) {
        var head = "GET /v2/public/user/current HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + authorization
                + "\r\n\r\n";

        var answer = CATALOGUE.sdk().exchange(head, "");

        assertRefused(answer, 401);
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("captured")
    void whatWasNotSignedLikeThatChangesNothing(Captured call) {
        var target = WireCaller.target(CATALOGUE.filled(call.path()));
        var body = CATALOGUE.filled(call.body());
        var sdk = CATALOGUE.sdk();
        var head = sdk.head(call.method(), target, body, WireCaller.trace());
        var before = CATALOGUE.contents();

        var refused = new ArrayList<WireCaller.Answer>();
        refused.add(sdk.exchange(head.replace("Signature: encord-sig=:", "Signature: encord-sig=:AAAA"), body));
        refused.add(sdk.exchange(head.replace("created=1", "created=2"), body));
        refused.add(sdk.exchange(head.replaceFirst("keyid=\"..", "keyid=\"00"), body));
        refused.add(sdk.exchange(head.replaceFirst("Content-Digest: [^\r]*", "Content-Digest: sha-256=:AAAA:"), body));
        refused.add(sdk.exchange(head.replaceFirst("Signature-Input: [^\r]*\r\n", ""), body));
        if (!body.isEmpty()) {
            refused.add(sdk.exchange(head, body.replaceFirst("[\"{\\[]", " ")));
        }

        assertThat(refused).allSatisfy(answer -> assertRefused(answer, 401));
        assertThat(CATALOGUE.contents()).isEqualTo(before);
    }

    @Order(2)
    @ParameterizedTest
    @MethodSource("captured")
    void aBodyThatBreaksOffChangesNothing(Captured call) {
        var path = CATALOGUE.filled(call.path());
        var body = CATALOGUE.filled(call.body());
        var before = CATALOGUE.contents();

        for (int length = body.length() - 1; length > 0; length -= Math.max(1, body.length() / 3)) {
            assertRefused(CATALOGUE.sdk().send(call.method(), path, body.substring(0, length)), 400);
        }

        assertThat(CATALOGUE.contents()).isEqualTo(before);
    }

    @Order(3)
    @ParameterizedTest
    @MethodSource("captured")
    void keysThatAreMissingOrOfAnotherTypeAreNoFaultOfTheServer(Captured call) {
        var path = CATALOGUE.filled(call.path());
        var body = CATALOGUE.filled(call.body());
        if (body.isEmpty()) {
            return;
        }

        for (var bent : bent(body)) {
            var answer = CATALOGUE.sdk().send(call.method(), path, bent);
            if (answer.status() != 200) {
                assertThat(answer.status()).as(bent + "\n" + answer.text()).isIn(400, 403, 413);
                assertThat(answer.body().path("message").asText()).as(bent).isNotBlank();
            }
        }
    }

    /** The body without each of its keys, and with a value of another type at each of its places. */
    private static List<String> bent(String body) {
        var bent = new ArrayList<String>();
        for (var place : places(TestServer.json(body), "")) {
            boolean isText = TestServer.json(body).at(place).isTextual();
            for (var wrong : isText ? NO_TEXTS : TEXTS) {
                var whole = TestServer.json(body);
                if (parent(whole, place) instanceof ObjectNode parent) {
                    parent.set(key(place), TestServer.json(wrong));
                    bent.add(whole.toString());
                }
            }
            var whole = TestServer.json(body);
            if (parent(whole, place) instanceof ObjectNode parent) {
                parent.remove(key(place));
                bent.add(whole.toString());
            }
        }
        return bent;
    }

    private static JsonNode parent(JsonNode whole, String pointer) {
        return whole.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String key(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static List<String> places(JsonNode node, String pointer) {
        var places = new ArrayList<String>();
        node.properties().forEach(entry -> {
            var place = pointer + "/" + entry.getKey().replace("~", "~0").replace("/", "~1");
            places.add(place);
            places.addAll(places(entry.getValue(), place));
        });
        if (node.isArray() && !node.isEmpty()) {
            places.addAll(places(node.get(0), pointer + "/0"));
        }
        return places;
    }

    private static void assertRefused(WireCaller.Answer answer, Integer... statuses) {
        assertThat(Arrays.asList(statuses)).as(answer.text()).contains(answer.status());
        assertThat(answer.body().path("message").asText()).as(answer.text()).isNotBlank();
    }
}
