package io.accession.core.object;

import io.accession.core.domain.ItemKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;

/**
 * Makes the identity of an item out of its kind and the locations of its objects. The encoding is part of every stored item: each
 * field goes in as its length in UTF-8 bytes (four bytes, big-endian; -1 for absent) and those bytes, so that no two lists of fields
 * look alike. Safe for use by many threads.
 */
public final class Identities {

    private static final ThreadLocal<MessageDigest> DIGEST = ThreadLocal.withInitial(Identities::sha256);

    private Identities() {}

    public static IdentityHash of(ItemKind kind, ObjectLocation location) {
        var digest = fresh();
        add(digest, kind.wireName());
        add(digest, location);
        return IdentityHash.of(digest.digest());
    }

    /** The members in their order; another order is another identity. */
    public static IdentityHash of(ItemKind kind, List<ObjectLocation> members) {
        var digest = fresh();
        add(digest, kind.wireName());
        members.forEach(member -> add(digest, member));
        return IdentityHash.of(digest.digest());
    }

    private static void add(MessageDigest digest, ObjectLocation location) {
        add(digest, location.provider().name());
        add(digest, location.endpoint());
        add(digest, location.bucket());
        add(digest, location.key());
        if (location.version() == null) {
            addLength(digest, -1);
        } else {
            add(digest, location.version());
        }
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        addLength(digest, bytes.length);
        digest.update(bytes);
    }

    private static void addLength(MessageDigest digest, int length) {
        digest.update((byte) (length >>> 24));
        digest.update((byte) (length >>> 16));
        digest.update((byte) (length >>> 8));
        digest.update((byte) length);
    }

    // Whatever ended the last use of this thread's digest, nothing of it gets into the next.
    private static MessageDigest fresh() {
        var digest = DIGEST.get();
        digest.reset();
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
