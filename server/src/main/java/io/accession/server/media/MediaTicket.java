package io.accession.server.media;

import io.accession.core.domain.IntegrationId;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a signed path allows: one use of one object until a time.
 *
 * @param key of the object below the root of the integration
 * @param mimeType what probing found; empty when nothing did
 * @param expires in whole seconds
 */
record MediaTicket(Use use, IntegrationId integration, String key, String mimeType, Instant expires) {

    enum Use {
        READ(1),
        WRITE(2);

        /** Stands in signed paths. */
        private final int code;

        Use(int code) {
            this.code = code;
        }

        private static Optional<Use> of(int code) {
            return Stream.of(values()).filter(use -> use.code == code).findFirst();
        }
    }

    private static final int FIXED_BYTES = 1 + 2 * Long.BYTES + Long.BYTES + Short.BYTES;

    byte[] bytes() {
        var type = mimeType.getBytes(StandardCharsets.UTF_8);
        var name = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(FIXED_BYTES + type.length + name.length)
                .put((byte) use.code)
                .putLong(integration.value().getMostSignificantBits())
                .putLong(integration.value().getLeastSignificantBits())
                .putLong(expires.getEpochSecond())
                .putShort((short) type.length)
                .put(type)
                .put(name)
                .array();
    }

    /** Of bytes that this server signed; empty when an older one wrote them differently. */
    static Optional<MediaTicket> of(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < FIXED_BYTES) {
            return Optional.empty();
        }
        var use = Use.of(in.get());
        var integration = new IntegrationId(new UUID(in.getLong(), in.getLong()));
        var expires = Instant.ofEpochSecond(in.getLong());
        int type = in.getShort();
        if (use.isEmpty() || type < 0 || type > in.remaining()) {
            return Optional.empty();
        }
        try {
            var mimeType = text(in.slice(in.position(), type));
            var key = text(in.slice(in.position() + type, in.remaining() - type));
            return Optional.of(new MediaTicket(use.get(), integration, key, mimeType, expires));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String text(ByteBuffer utf8) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(utf8).toString();
    }
}
