package io.accession.wire.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.domain.RegistryError;
import io.accession.core.domain.RegistryException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vectors were made by the client's own signer. */
final class RequestAuthenticationTest {

    private static final long SIGNED_AT = 1_700_000_000;

    private static Caller callerOf(GivenRequest request, long now) {
        var clock = Clock.fixed(Instant.ofEpochSecond(now), ZoneOffset.UTC);
        return new RequestAuthentication(new OneKey(), clock).caller(request);
    }

    private static Caller callerOf(GivenRequest request) {
        return callerOf(request, SIGNED_AT + 30);
    }

    @Test
    void aSignedListingIsTheSigners() {
        assertThat(callerOf(GivenRequest.listing()).principal()).isEqualTo(OneKey.OWNER);
    }

    @Test
    void aSignedBodyIsReadToItsEnd() throws IOException {
        var request = GivenRequest.creation();

        var caller = callerOf(request);

        assertThat(caller.principal()).isEqualTo(OneKey.OWNER);
        assertThat(caller.body().check(request.body()).readAllBytes())
                .asString()
                .isEqualTo(request.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"name\": \"e\"}", "{\"name\": \"\\u00e9\"} "})
    void anotherBodyThanTheSignedOneHasNoEnd(String text) {
        var expected = callerOf(GivenRequest.creation()).body();
        var other = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> expected.check(other).readAllBytes())
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> assertThat(e.error()).isInstanceOf(RegistryError.Unauthenticated.class));
    }

    @ParameterizedTest
    @MethodSource("bentRequests")
    void aRequestThatIsNotTheSignedOneIsNobodys(String what, UnaryOperator<GivenRequest> bend) {
        assertThatThrownBy(() -> callerOf(bend.apply(GivenRequest.listing())))
                .as(what)
                .isInstanceOfSatisfying(
                        RegistryException.class,
                        e -> assertThat(e.error()).isInstanceOf(RegistryError.Unauthenticated.class));
    }

    static Stream<Arguments> bentRequests() {
        var target = GivenRequest.listing().target();
        var input = GivenRequest.listing().value("signature-input");
        var signature = GivenRequest.listing().value("signature");
        return Stream.of(
                bent("another method", r -> r.asking("DELETE", target)),
                bent("another path", r -> r.asking("GET", target.replace("folders", "items"))),
                bent("a query in another spelling", r -> r.asking("GET", target.replace("a+b", "a%20b"))),
                bent("no query", r -> r.asking("GET", target.substring(0, target.indexOf('?')))),
                bent("another digest", r -> r.with("content-digest", "sha-256=:" + "A".repeat(43) + "=:")),
                bent("no digest", r -> r.without("content-digest")),
                bent("no signature", r -> r.without("signature")),
                bent("no parameters", r -> r.without("signature-input")),
                bent("nothing", r -> r.without("signature").without("signature-input")),
                bent("a foreign label", r -> r.with("signature", signature.replace("encord", "other"))),
                bent("the label twice", r -> r.with("signature", signature + ", " + signature)),
                bent("no base64", r -> r.with("signature", "encord-sig=:***:")),
                bent("a short signature", r -> r.with("signature", "encord-sig=:AAAA:")),
                bent("a later time", r -> r.with("signature-input", input.replace("1700000000", "1700000001"))),
                bent("no time", r -> r.with("signature-input", input.replace("created=1700000000;", ""))),
                bent("a huge time", r -> r.with("signature-input", input.replace("1700000000", "9".repeat(30)))),
                bent("another algorithm", r -> r.with("signature-input", input.replace("ed25519", "rsa-pss-sha512"))),
                bent("a shortened key", r -> r.with("signature-input", input.replace(OneKey.KEY, "03a1"))),
                bent("less covered", r -> r.with("signature-input", input.replace(" \"content-digest\"", ""))),
                bent(
                        "more covered",
                        r -> r.with("signature-input", input.replace("\"@method\"", "\"@method\" \"date\""))),
                bent("no structure", r -> r.with("signature-input", "encord-sig=((((\"")),
                bent("v1's scheme", r -> r.with("Authorization", OneKey.KEY + ":00")),
                bent("an unknown token", r -> r.with("Authorization", "Bearer nobody")));
    }

    private static Arguments bent(String what, UnaryOperator<GivenRequest> bend) {
        return Arguments.of(what, bend);
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 0, 30, 300})
    void aSignatureHoldsForAFewMinutes(long age) {
        assertThat(callerOf(GivenRequest.listing(), SIGNED_AT + age).signedAt()).isEqualTo(SIGNED_AT);
    }

    @ParameterizedTest
    @ValueSource(longs = {-61, 301, 1_000_000})
    void aSignatureOfAnotherTimeIsRefused(long age) {
        assertThatThrownBy(() -> callerOf(GivenRequest.listing(), SIGNED_AT + age))
                .hasMessageContaining("clock");
    }

    @Test
    void otherSignaturesMayStandBeside() {
        var request = GivenRequest.listing();
        var both = request.with(
                        "signature-input", "proxy=(\"@authority\");tag=\"a, b\", " + request.value("signature-input"))
                .with("signature", request.value("signature") + ", proxy=:AAAA:");

        assertThat(callerOf(both).principal()).isEqualTo(OneKey.OWNER);
    }

    @Test
    void aTokenNeedsNoSignature() {
        var request = new GivenRequest("GET", "/", java.util.Map.of("Authorization", "bearer " + OneKey.TOKEN), "");

        assertThat(callerOf(request).principal()).isEqualTo(OneKey.OWNER);
    }
}
