package io.accession.core.registry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/**
 * Where a page ended: the last result's sort key and id. Opaque to callers, and stable: results added or removed elsewhere shift nothing.
 *
 * @param list the list it belongs to; another list refuses it
 */
public record PageToken(String list, String key, UUID id) {

    private static final String SEPARATOR = "\n";

    public String text() {
        var plain = list + SEPARATOR + id + SEPARATOR + key;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws io.accession.core.domain.RegistryException when the text is not what {@link #text()} gave for this list
     */
    public static PageToken parse(String list, String text) {
        try {
            var plain = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)))
                    .toString();
            var parts = plain.split(SEPARATOR, 3);
            if (parts.length == 3 && parts[0].equals(list) && plain.indexOf('\0') < 0) {
                return new PageToken(list, parts[2], UUID.fromString(parts[1]));
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** The key of lists that are sorted by an id. */
    public UUID keyAsId() {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    public static RuntimeException unknown() {
        return Faults.invalid("pageToken", "This token was not given by a page of this list.");
    }
}
