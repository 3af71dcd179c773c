package io.accession.api;

import java.util.List;

/** The roles that something itself grants: looking, or changing as well. */
public record Roles(List<OfUser> users, List<OfGroup> groups) {

    public Roles {
        users = List.copyOf(users);
        groups = List.copyOf(groups);
    }

    public record OfUser(User user, String role) {}

    public record OfGroup(UserGroup group, String role) {}
}
