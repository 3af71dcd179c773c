package io.accession.core.domain;

import java.util.UUID;

public record FolderId(UUID value) {

    public static FolderId of(String text) {
        return new FolderId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
