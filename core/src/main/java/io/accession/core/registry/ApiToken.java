package io.accession.core.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What a program shows to be let in. Only its hash is stored; its 256 random bits need no salt. Prints as {@code ***}. */
public record ApiToken(String reveal) {

    private static final int RANDOM_BYTES = 32;

    public static ApiToken random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new ApiToken("acc_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(reveal.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
