package io.accession.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "share", description = "Give a user or a group a role in a dataset.")
final class DatasetShare implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Mixin
    private final RoleOptions role = new RoleOptions();

    @Parameters(paramLabel = "D", description = "Id or title of the dataset.")
    private String name = "";

    DatasetShare(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints all roles as they are then. */
    @Override
    public Integer call() {
        var client = options.connect();
        var sharing = client.datasets().sharing(new Names(client).dataset(name));
        var roles = sharing.grant(role.wanted(client));
        options.printer().print(roles, () -> RoleOptions.text(roles));
        return ExitCodes.DONE;
    }
}
