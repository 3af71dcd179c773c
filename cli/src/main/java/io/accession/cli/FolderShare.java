package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "share", description = "Give a user or a group a role in a folder and all below it.")
final class FolderShare implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final RoleOptions role = new RoleOptions();

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    FolderShare(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints all roles as they are then. */
    @Override
    public Integer call() {
        var client = options.connect();
        var sharing = client.folders().sharing(new Names(client).folder(name));
        var roles = sharing.grant(role.wanted(client));
        options.printer().print(roles, () -> RoleOptions.text(roles));
        return ExitCodes.DONE;
    }
}
