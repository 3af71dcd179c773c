package io.accession.core.session;

import java.security.SecureRandom;
import java.util.Base64;

/** What a link carries that works once. Only its hash is stored. Prints as {@code ***}. */
public record OneTimeCode(String reveal) {

    private static final int RANDOM_BYTES = 24;

    static OneTimeCode random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new OneTimeCode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256. */
    public byte[] hash() {
        return Hashes.sha256(reveal);
    }

    @Override
    public String toString() {
        return "***";
    }
}
