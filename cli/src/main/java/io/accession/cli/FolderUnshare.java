package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "unshare", description = "Take the role of a user or a group in a folder and all below it away.")
final class FolderUnshare implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @ArgGroup(multiplicity = "1")
    private final RoleHolder who = new RoleHolder();

    @Parameters(paramLabel = "F", description = "Id or name of the folder.")
    private String name = "";

    FolderUnshare(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints the roles that are left. */
    @Override
    public Integer call() {
        var client = options.connect();
        var sharing = client.folders().sharing(new Names(client).folder(name));
        var left = who.leave(sharing);
        options.printer().print(left, () -> RoleOptions.text(left));
        return ExitCodes.DONE;
    }
}
