package io.accession.core.session;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A password as it is stored: {@code pbkdf2-sha512$ITERATIONS$SALT$HASH}, the last two in Base64. Making and comparing take a few tenths of
 * a second of one processor, whatever the password. Prints as {@code ***}.
 */
public record PasswordHash(String text) {

    /** What OWASP recommends for PBKDF2 with HMAC-SHA-512. Older hashes keep the number that they were made with. */
    private static final int ITERATIONS = 210_000;

    private static final String SCHEME = "pbkdf2-sha512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    static PasswordHash of(Password password, SecureRandom random) {
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new PasswordHash(ITERATIONS, salt, derive(password, salt, ITERATIONS));
    }

    /** Matches nothing, and takes as long to find out. */
    static PasswordHash ofNobody(SecureRandom random) {
        var bytes = new byte[SALT_BYTES + HASH_BYTES];
        random.nextBytes(bytes);
        return new PasswordHash(
                ITERATIONS, Arrays.copyOf(bytes, SALT_BYTES), Arrays.copyOfRange(bytes, SALT_BYTES, bytes.length));
    }

    private PasswordHash(int iterations, byte[] salt, byte[] hash) {
        this(SCHEME + "$" + iterations + "$" + encoded(salt) + "$" + encoded(hash));
    }

    boolean matches(Password password) {
        var parts = text.split("\\$", -1);
        if (parts.length != 4 || !parts[0].equals(SCHEME)) {
            throw new IllegalStateException("the catalogue holds a password hash of an unknown kind");
        }
        var salt = Base64.getDecoder().decode(parts[2]);
        var hash = Base64.getDecoder().decode(parts[3]);
        return MessageDigest.isEqual(hash, derive(password, salt, Integer.parseInt(parts[1])));
    }

    private static byte[] derive(Password password, byte[] salt, int iterations) {
        var key = new PBEKeySpec(password.reveal().toCharArray(), salt, iterations, HASH_BYTES * Byte.SIZE);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(key)
                    .getEncoded();
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException("every JDK has PBKDF2 with HMAC-SHA-512", e);
        } finally {
            key.clearPassword();
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
