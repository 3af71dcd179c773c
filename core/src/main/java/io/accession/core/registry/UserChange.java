package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** New values for a user; null leaves what there is. */
public record UserChange(
        @Nullable String name,
        @Nullable Boolean isAdministrator,
        @Nullable Boolean isActive) {

    public UserChange {
        if (name != null && !name.isEmpty()) {
            Names.check("/name", name);
        }
    }
}
