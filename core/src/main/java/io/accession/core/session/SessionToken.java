package io.accession.core.session;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/** What a browser shows to go on as who it signed in. Only its hash is stored; its 256 random bits need no salt. Prints as {@code ***}. */
public record SessionToken(String reveal) {

    private static final int RANDOM_BYTES = 32;
    private static final String FORGERY = "csrf ";

    static SessionToken random(SecureRandom random) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new SessionToken(encoded(bytes));
    }

    /** SHA-256. */
    public byte[] hash() {
        return Hashes.sha256(reveal);
    }

    /**
     * What pages of this server know and other pages cannot: it comes in answers, not in a cookie. It follows from the session's token, and the
     * token does not follow from it.
     */
    public String csrfToken() {
        return encoded(Hashes.sha256(FORGERY + reveal));
    }

    public boolean isCsrfToken(String shown) {
        return MessageDigest.isEqual(Hashes.bytes(csrfToken()), Hashes.bytes(shown));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
