package io.accession.core.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

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

    /** The 32 bytes of the key itself. */
    public byte[] raw() {
        return raw.clone();
    }
}
