package io.accession.cli;

import io.accession.api.NewRole;
import io.accession.api.Roles;
import io.accession.client.AccessionClient;
import java.util.Locale;
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
    private final RoleHolder who = new RoleHolder();

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "user looks and uses, admin changes: ${COMPLETION-CANDIDATES}, in any case.")
    private GivenRole role = GivenRole.USER;

    NewRole wanted(AccessionClient client) {
        return who.wanting(role.name().toLowerCase(Locale.ROOT), client);
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
