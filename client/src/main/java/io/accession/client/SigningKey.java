package io.accession.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The private half of an Ed25519 key whose public half an administrator has added with {@code accession user add --ssh-public-key}. It signs the request
 * for a token (RFC 9421) and never leaves this process. Safe for use by many threads.
 */
public final class SigningKey {

    private final PrivateKey key;
    private final String keyId;

    private SigningKey(PrivateKey key, String keyId) {
        this.key = key;
        this.keyId = keyId;
    }

    /**
     * Reads a key file of OpenSSH, as {@code ssh-keygen -t ed25519} writes it without a passphrase.
     *
     * @throws IllegalArgumentException when it is anything else
     * @throws UncheckedIOException when it cannot be read
     */
    public static SigningKey of(Path file) {
        try {
            return ofText(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the text of such a file. */
    public static SigningKey ofText(String text) {
        var pair = OpenSshKey.parse(text);
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, pair.seed()));
            return new SigningKey(key, HexFormat.of().formatHex(pair.publicKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has Ed25519", e);
        }
    }

    /** Of a request without a body. */
    String headers(String method, URI address, Instant created) {
        var digest = "sha-256=:" + base64(sha256(new byte[0])) + ":";
        var parameters = "(\"@method\" \"@request-target\" \"content-digest\");created=" + created.getEpochSecond()
                + ";keyid=\"" + keyId + "\";alg=\"ed25519\"";
        var signed = "\"@method\": " + method + "\n"
                + "\"@request-target\": " + address.getRawPath() + "\n"
                + "\"content-digest\": " + digest + "\n"
                + "\"@signature-params\": " + parameters;
        return "Content-Digest: " + digest + "\r\n"
                + "Signature-Input: encord-sig=" + parameters + "\r\n"
                + "Signature: encord-sig=:" + base64(sign(signed)) + ":\r\n";
    }

    private byte[] sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key cannot sign", e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SigningKey[" + keyId + "]";
    }
}
