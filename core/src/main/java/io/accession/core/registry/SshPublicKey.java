package io.accession.core.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** An Ed25519 key, written as in {@code id_ed25519.pub}: {@code ssh-ed25519 BASE64 COMMENT} (RFC 8709). */
public final class SshPublicKey {

    private static final String ALGORITHM = "ssh-ed25519";
    private static final int KEY_BYTES = 32;

    private final byte[] raw;

    private SshPublicKey(byte[] raw) {
        this.raw = raw;
    }

    /**
     * Reads a key.
     *
     * @throws io.accession.core.domain.RegistryException when the text is none
     */
    public static SshPublicKey parse(String text) {
        var words = text.strip().split("\\s+", 3);
        if (words.length < 2 || !words[0].equals(ALGORITHM)) {
            throw notAKey();
        }
        try {
            return new SshPublicKey(raw(ByteBuffer.wrap(Base64.getDecoder().decode(words[1]))));
        } catch (IllegalArgumentException e) {
            throw notAKey();
        }
    }

    /** The 32 bytes of a key that was read before. */
    public static SshPublicKey ofRaw(byte[] raw) {
        if (raw.length != KEY_BYTES) {
            throw new IllegalArgumentException("an Ed25519 key has 32 bytes, got " + raw.length);
        }
        return new SshPublicKey(raw.clone());
    }

    private static byte[] raw(ByteBuffer key) {
        var algorithm = field(key);
        var raw = field(key);
        if (!Arrays.equals(algorithm, ALGORITHM.getBytes(StandardCharsets.US_ASCII))
                || raw.length != KEY_BYTES
                || key.hasRemaining()) {
            throw notAKey();
        }
        return raw;
    }

    private static byte[] field(ByteBuffer key) {
        int length = key.remaining() < Integer.BYTES ? -1 : key.getInt();
        if (length < 0 || length > key.remaining()) {
            throw notAKey();
        }
        var field = new byte[length];
        key.get(field);
        return field;
    }

    private static RuntimeException notAKey() {
        return Faults.invalid(
                "/sshPublicKey",
                "An Ed25519 public key is expected, one line as in id_ed25519.pub: 'ssh-ed25519 AAAA…'.");
    }

    /** The key itself in hexadecimal digits. */
    public String id() {
        return HexFormat.of().formatHex(raw);
    }

    /** {@code SHA256:} and the hash of the key as it is written, as {@code ssh-keygen -l} prints it. */
    public String fingerprint() {
        var algorithm = ALGORITHM.getBytes(StandardCharsets.US_ASCII);
        var written = ByteBuffer.allocate(2 * Integer.BYTES + algorithm.length + KEY_BYTES)
                .putInt(algorithm.length)
                .put(algorithm)
                .putInt(KEY_BYTES)
                .put(raw)
                .array();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(written);
            return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** The 32 bytes of the key itself. */
    public byte[] raw() {
        return raw.clone();
    }
}
