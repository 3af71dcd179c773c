package io.accession.core.registry;

import java.util.Arrays;
import java.util.Optional;

/** What somebody may do in a folder: users look, administrators change. */
public enum Role {
    USER("user"),
    ADMIN("admin");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    public static Optional<Role> find(String wireName) {
        return Arrays.stream(values())
                .filter(role -> role.wireName.equals(wireName))
                .findFirst();
    }
}
