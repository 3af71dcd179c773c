package io.accession.core.reencode;

import java.util.UUID;

public record ReencodingId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
