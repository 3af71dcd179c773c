package io.accession.wire.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class Ed25519Test {

    private static final int X509_HEADER = 12;
    private static final byte[] MESSAGE = "\"@method\": GET".getBytes(StandardCharsets.UTF_8);

    /** RFC 8032 section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @CsvSource({
        "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a, '',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
        "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c, 72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
        "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025, af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a"
    })
    void theVectorsOfTheStandardAreVerified(String key, String message, String signature) {
        assertThat(Ed25519.verifies(bytes(key), bytes(message), bytes(signature)))
                .isTrue();
    }

    @Test
    void whatTheJdkSignsIsVerifiedAndNothingThatDiffersInABit() throws Exception {
        var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var key = raw(pair);
        var signature = signed(pair);

        assertThat(Ed25519.verifies(key, MESSAGE, signature)).isTrue();
        for (int bit = 0; bit < signature.length * 8; bit++) {
            assertThat(Ed25519.verifies(key, MESSAGE, turned(signature, bit)))
                    .as("bit %d", bit)
                    .isFalse();
        }
        for (int bit = 0; bit < key.length * 8; bit++) {
            assertThat(Ed25519.verifies(turned(key, bit), MESSAGE, signature))
                    .as("bit %d", bit)
                    .isFalse();
        }
        assertThat(Ed25519.verifies(key, turned(MESSAGE, 3), signature)).isFalse();
    }

    /** S + L stands for S in the group: who takes it takes two signatures for one message. */
    @Test
    void aSignatureHasOneFormOnly() {
        var malleable = "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                + "4c8c7872aa064e049dbb3013fbf29380d25bf5f0595bbe24655141438e7a101b";

        assertThat(Ed25519.verifies(
                        bytes("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"),
                        new byte[0],
                        bytes(malleable)))
                .isFalse();
    }

    @Test
    void whatIsNoKeyOrNoSignatureVerifiesNothing() {
        assertThat(Ed25519.verifies(new byte[31], MESSAGE, new byte[64])).isFalse();
        assertThat(Ed25519.verifies(new byte[32], MESSAGE, new byte[63])).isFalse();
        assertThat(Ed25519.verifies(new byte[0], MESSAGE, new byte[0])).isFalse();
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static byte[] raw(KeyPair pair) {
        var encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509_HEADER, encoded.length);
    }

    private static byte[] signed(KeyPair pair) throws Exception {
        var signing = Signature.getInstance("Ed25519");
        signing.initSign(pair.getPrivate());
        signing.update(MESSAGE);
        return signing.sign();
    }

    private static byte[] turned(byte[] bytes, int bit) {
        var turned = bytes.clone();
        turned[bit / 8] ^= (byte) (1 << bit % 8);
        return turned;
    }
}
