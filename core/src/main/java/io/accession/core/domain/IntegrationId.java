package io.accession.core.domain;

import java.util.UUID;

public record IntegrationId(UUID value) {

    public static IntegrationId of(String text) {
        return new IntegrationId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
