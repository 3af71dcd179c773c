package io.accession.wire.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accession.core.registry.Principal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The test vector was made by the client's own signer. */
final class LegacyAuthenticationTest {

    private static final String SIGNATURE = "ef4ad9b3d0b3418b7d9dab0a37518bb0bb20ff8b47692c129c61f93869e058bb"
            + "e1b9b2b8cdb386fef4a21b32f29ba4090f3f9264f83d7b224d6f57c16dc1c406";

    private static final GivenRequest SIGNED = new GivenRequest(
            "POST",
            "/public",
            Map.of("Authorization", OneKey.KEY + ":" + SIGNATURE),
            "{\"query_type\": \"dataset\", \"query_method\": \"GET\", \"values\": {\"uid\": null, \"payload\": null}}");

    private static Principal callerOf(GivenRequest request, String body, boolean takesSignatures) {
        return new LegacyAuthentication(new OneKey(), takesSignatures)
                .claim(request)
                .prove(sha256(body));
    }

    private static byte[] sha256(String body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aSignedBodyIsTheSigners() {
        assertThat(callerOf(SIGNED, SIGNED.text(), true)).isEqualTo(OneKey.OWNER);
    }

    @Test
    void anotherBodyIsNobodys() {
        assertThatThrownBy(() -> callerOf(SIGNED, SIGNED.text() + " ", true)).hasMessageContaining("body");
    }

    @Test
    void whatCameInTheClearIsRefused() {
        assertThatThrownBy(() -> callerOf(SIGNED.with("Via", "1.1 somebody"), SIGNED.text(), true))
                .hasMessageContaining("TLS");
    }

    @Test
    void whatIsSwitchedOffIsRefused() {
        assertThatThrownBy(() -> callerOf(SIGNED, SIGNED.text(), false)).hasMessageContaining("sdk.legacy-signatures");
    }

    @Test
    void aTokenIsTakenInAnyCase() {
        var request = SIGNED.with("Authorization", "Bearer " + OneKey.TOKEN).with("Via", "1.1 somebody");

        assertThat(callerOf(request, "", false)).isEqualTo(OneKey.OWNER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", OneKey.KEY, OneKey.KEY + ":00", "Basic YTpi"})
    void whatIsNoSignatureIsRefused(String header) {
        assertThatThrownBy(() -> callerOf(SIGNED.with("Authorization", header), SIGNED.text(), true))
                .hasMessageContaining("hexadecimal");
    }
}
