package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "share", description = "Give a user or a group a role in a storage integration.")
final class IntegrationShare implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final RoleOptions role = new RoleOptions();

    @Parameters(paramLabel = "T", description = "Id or title of the storage integration.")
    private String name = "";

    IntegrationShare(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints all roles as they are then. */
    @Override
    public Integer call() {
        var client = options.connect();
        var sharing = client.integrations().sharing(new Names(client).integration(name));
        var roles = sharing.grant(role.wanted(client));
        options.printer().print(roles, () -> RoleOptions.text(roles));
        return ExitCodes.DONE;
    }
}
