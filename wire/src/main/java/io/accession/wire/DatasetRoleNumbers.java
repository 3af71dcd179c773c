package io.accession.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.core.registry.Role;

/** Roles in datasets, which the client writes as numbers. */
final class DatasetRoleNumbers {

    private DatasetRoleNumbers() {}

    static int of(Role role) {
        return switch (role) {
            case ADMIN -> 0;
            case USER -> 1;
        };
    }

    /** Also by name. */
    static Role read(JsonNode value) {
        for (var role : Role.values()) {
            if (value.isTextual()
                    ? value.asText().equals(role.wireName())
                    : value.isInt() && value.asInt() == of(role)) {
                return role;
            }
        }
        throw WireCall.invalid("userRole", "0 (admin) or 1 (user) is expected, got " + value + ".");
    }
}
