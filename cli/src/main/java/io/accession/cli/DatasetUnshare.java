package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "unshare", description = "Take the role of a user or a group in a dataset away.")
final class DatasetUnshare implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @ArgGroup(multiplicity = "1")
    private final RoleHolder who = new RoleHolder();

    @Parameters(paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    DatasetUnshare(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints the roles that are left. */
    @Override
    public Integer call() {
        var client = options.connect();
        var sharing = client.datasets().sharing(new Names(client).dataset(name));
        var left = who.leave(sharing);
        options.printer().print(left, () -> RoleOptions.text(left));
        return ExitCodes.DONE;
    }
}
