package io.accession.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls of the wire protocol, signed as the Encord SDK signs them, over HTTP. */
final class SignedCallsTest {

    private static final TestServer SERVER = new TestServer();
    private static final WireCaller SDK = WireCaller.specified(SERVER.port());

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
        SERVER.expireTokens();
        assertThat(SERVER.get(token, "/v2/public/user/current").status()).isEqualTo(401);
    }

    @Test
    void whatIsNotOfferedSaysSo() {
        var answer = SDK.get("ml-models/7");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("message").asText()).contains("not offer");
    }
}
