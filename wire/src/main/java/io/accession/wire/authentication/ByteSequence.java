package io.accession.wire.authentication;

import java.util.Base64;
import java.util.Optional;

/** A byte sequence of RFC 8941: {@code :BASE64:}. */
final class ByteSequence {

    private ByteSequence() {}

    static Optional<byte[]> parse(String text) {
        if (text.length() < 2 || text.charAt(0) != ':' || text.charAt(text.length() - 1) != ':') {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(text.substring(1, text.length() - 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
