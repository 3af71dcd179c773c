package io.accession.cli;

import io.accession.api.NewRole;
import io.accession.api.Roles;
import io.accession.client.AccessionClient;
import io.accession.client.Sharing;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A user or a group, one of both. */
final class RoleHolder {

    @Option(names = "--user", paramLabel = "EMAIL", description = "E-mail address of the user.")
    private @Nullable String user;

    @Option(names = "--group", paramLabel = "GROUP", description = "Id or name of the group of users.")
    private @Nullable String group;

    NewRole wanting(String role, AccessionClient client) {
        return new NewRole(user, group == null ? null : new Names(client).group(group), role);
    }

    /** Takes the holder's role away and gives those that are left. */
    Roles leave(Sharing sharing) {
        var roles = sharing.roles();
        var user = this.user;
        if (user != null) {
            sharing.revokeFromUser(userIn(roles, user));
        }
        var group = this.group;
        if (group != null) {
            sharing.revokeFromGroup(groupIn(roles, group));
        }
        return sharing.roles();
    }

    private static UUID userIn(Roles roles, String email) {
        return roles.users().stream()
                .map(grant -> grant.user())
                .filter(user -> user.email().equalsIgnoreCase(email))
                .findFirst()
                .orElseThrow(() -> new UsageException("The user '" + email + "' has no role of their own here."))
                .id();
    }

    private static UUID groupIn(Roles roles, String name) {
        return roles.groups().stream()
                .map(grant -> grant.group())
                .filter(group ->
                        group.name().equals(name) || group.id().toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new UsageException("The group '" + name + "' has no role here."))
                .id();
    }
}
