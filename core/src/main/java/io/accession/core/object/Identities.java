package io.accession.core.object;

import io.accession.core.domain.ItemId;
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

    private static final ThreadLocal<Encoder> ENCODER = ThreadLocal.withInitial(Encoder::new);

    private Identities() {}

    public static IdentityHash of(ItemKind kind, ObjectLocation location) {
        return ENCODER.get().start(kind).add(location).hash();
    }

    /** The members in their order; another order is another identity. */
    public static IdentityHash of(ItemKind kind, List<ObjectLocation> members) {
        var encoder = ENCODER.get().start(kind);
        members.forEach(encoder::add);
        return encoder.hash();
    }

    /** A composite of registered items in their order. It is never the same as one of URLs, even if they name the same objects. */
    public static IdentityHash ofItems(ItemKind kind, List<ItemId> items) {
        var encoder = ENCODER.get().start(kind);
        items.forEach(item -> encoder.add(item.toString()));
        return encoder.hash();
    }

    /** Collects fields before they go into the digest, because a digest takes many small pieces slowly. */
    private static final class Encoder {

        private final MessageDigest digest = sha256();
        private final byte[] buffer = new byte[4_096];
        private int length;

        // Whatever ended the last use of this thread's digest, nothing of it gets into the next.
        Encoder start(ItemKind kind) {
            digest.reset();
            length = 0;
            add(kind.wireName());
            return this;
        }

        Encoder add(ObjectLocation location) {
            add(location.provider().name());
            add(location.endpoint());
            add(location.bucket());
            add(location.key());
            if (location.version() == null) {
                addLength(-1);
            } else {
                add(location.version());
            }
            return this;
        }

        private void add(String field) {
            byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
            addLength(bytes.length);
            if (bytes.length > buffer.length - length) {
                flush();
            }
            if (bytes.length > buffer.length) {
                digest.update(bytes);
            } else {
                System.arraycopy(bytes, 0, buffer, length, bytes.length);
                length += bytes.length;
            }
        }

        private void addLength(int value) {
            if (buffer.length - length < Integer.BYTES) {
                flush();
            }
            buffer[length++] = (byte) (value >>> 24);
            buffer[length++] = (byte) (value >>> 16);
            buffer[length++] = (byte) (value >>> 8);
            buffer[length++] = (byte) value;
        }

        private void flush() {
            digest.update(buffer, 0, length);
            length = 0;
        }

        IdentityHash hash() {
            flush();
            return IdentityHash.of(digest.digest());
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
