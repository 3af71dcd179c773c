package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the wire protocol, signed as the Encord SDK signs them, over HTTP. */
final class SignedCallsTest {

    private static final TestServer SERVER = new TestServer();
    private static final WireCaller SDK = WireCaller.specified(SERVER.port());

    private static final String SPECIFIED_QUERY =
            "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}";

    private static final String SPECIFIED_HEAD = "POST %s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n"
            + "Content-Type: application/json\r\nResourceType: dataset\r\nContent-Length: %d\r\nAuthorization: "
            + "03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8:"
            + "ef4ad9b3d0b3418b7d9dab0a37518bb0bb20ff8b47692c129c61f93869e058bb"
            + "e1b9b2b8cdb386fef4a21b32f29ba4090f3f9264f83d7b224d6f57c16dc1c406\r\n\r\n";

    @BeforeAll
    static void addTheKey() {
        WireCaller.add(SERVER, "sdk@example.org", false, WireCaller.SPECIFIED_PUBLIC);
    }

    @AfterAll
    static void stop() {
        SERVER.close();
    }

    @Test
    void aSignedCallIsMadeByTheOwnerOfTheKey() {
        var answer = SDK.get("user/current");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("userEmail").asText()).isEqualTo("sdk@example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user/current?search=a+b%26c&desc=False&pageToken=tok%2F2%3D%3D",
                "user/current?a=%C3%A9&a=b&&=&x",
                "user/current?q=%7e~;/?",
            })
    void theTargetIsVerifiedAsItWasSent(String path) {
        assertThat(SDK.get(path).status()).isEqualTo(200);
    }

    @Test
    void aTargetThatWasRewrittenOnItsWayIsRefused() {
        var head = SDK.head("GET", "/v2/public/user/current?a=%7E", "", WireCaller.trace());

        var answer = SDK.exchange(head.replace("a=%7E", "a=~"), "");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("message").asText()).contains("signature");
        assertThat(answer.body().path("traceId").asText()).hasSize(32);
    }

    @Test
    void aBodyThatWasNotSignedIsRefused() {
        var head = SDK.head("GET", "/v2/public/user/current", "{}", WireCaller.trace());

        var answer = SDK.exchange(head, "[]");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("message").asText()).contains("Content-Digest");
    }

    @Test
    void aKeyThatNobodyHasAddedIsRefused() {
        var stranger = WireCaller.stranger(SERVER.port());

        var answer = stranger.get("user/current");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.body().path("message").asText()).contains("SSH key");
    }

    @Test
    void aBearerTokenLetsInWithoutASignatureUntilItExpires() {
        var token = SDK.get("user/bearer-token").body().path("token").asText();

        assertThat(SERVER.get(token, "/v2/public/user/current")
                        .body()
                        .path("userEmail")
                        .asText())
                .isEqualTo("sdk@example.org");
        SERVER.rows().expireTokens();
        assertThat(SERVER.get(token, "/v2/public/user/current").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public", "/public/user", "//public", "//public/user"})
    void anOlderQueryThatWasSignedIsLetInAndToldWhatItLacks(String target) {
        var answer = SDK.exchange(SPECIFIED_HEAD.formatted(target, SPECIFIED_QUERY.length()), SPECIFIED_QUERY);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.body().path("status").asInt()).isEqualTo(400);
        assertThat(answer.body().at("/response/0").asText()).isEqualTo("INVALID_ARGUMENTS_ERROR");
        assertThat(answer.body().path("payload").asText()).contains("ResourceID");
    }

    @Test
    void anOlderQueryThatWasNotSignedIsRefused() {
        var body = SPECIFIED_QUERY.replace("GET", "PUT");

        var answer = SDK.exchange(SPECIFIED_HEAD.formatted("/public", body.length()), body);

        assertThat(answer.body().at("/response/0").asText()).isEqualTo("AUTHENTICATION_ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, dicom-deidentification, De-identifying DICOM files is not offered",
        "GET, dicom-deidentification/7?timeoutSeconds=60, De-identifying DICOM files is not offered",
        "GET, projects, Projects are not offered",
        "GET, active/7/presets, Projects are not offered",
        "GET, ontologies/7, Ontologies are not offered",
        "GET, ml-models/7, Models are not offered",
        "GET, analytics/time, Analytics of projects are not offered",
        "GET, something/else, does not offer GET at this path",
    })
    void whatIsNotOfferedSaysSo(String method, String path, String message) {
        var answer = SDK.send(method, path, method.equals("POST") ? "{}" : "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains(message);
    }
}
