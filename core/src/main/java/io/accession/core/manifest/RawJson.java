package io.accession.core.manifest;

import java.nio.charset.StandardCharsets;

/** One JSON value as it was written: strict JSON in valid UTF-8. A view of a buffer that its reader may use again: copy to keep. */
@SuppressWarnings("ArrayRecordComponent") // a view, never compared
public record RawJson(byte[] buffer, int offset, int length) {

    public String text() {
        return new String(buffer, offset, length, StandardCharsets.UTF_8);
    }
}
