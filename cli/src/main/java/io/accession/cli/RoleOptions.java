package io.accession.cli;

import io.accession.api.NewRole;
import io.accession.api.Roles;
import io.accession.client.AccessionClient;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Who gets which role. */
final class RoleOptions {

    /** What a role allows. */
    enum GivenRole {
        USER,
        ADMIN
    }

    @ArgGroup(multiplicity = "1")
    private final Who who = new Who();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "user looks and uses, admin changes: ${COMPLETION-CANDIDATES}, in any case.")
    private GivenRole role = GivenRole.USER;

    static final class Who {
        @Option(names = "--user", paramLabel = "EMAIL", description = "E-mail address of the user.")
        private @Nullable String user;

        @Option(names = "--group", paramLabel = "GROUP", description = "Id or name of the group of users.")
        private @Nullable String group;
    }

    NewRole wanted(AccessionClient client) {
        var group = who.group;
        return new NewRole(
                who.user,
                group == null ? null : new Names(client).group(group),
                role.name().toLowerCase(Locale.ROOT));
    }

    /** The roles as they are now, a line each. */
    static String text(Roles roles) {
        var lines = new StringBuilder();
        roles.users().forEach(grant -> line(lines, grant.role(), grant.user().email()));
        roles.groups()
                .forEach(grant ->
                        line(lines, grant.role(), "group " + grant.group().name()));
        return lines.toString().stripTrailing();
    }

    private static void line(StringBuilder lines, String role, String name) {
        lines.append(String.format(Locale.ROOT, "%-5s  %s%n", role, Terminals.printable(name)));
    }
}
