package io.accession.cli;

import io.accession.api.UserGroup;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", description = "List groups of users.")
final class GroupList implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    GroupList(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var table = Table.<UserGroup>empty()
                .text("ID", UserGroup::id)
                .text("GROUP", UserGroup::name)
                .text("DESCRIPTION", UserGroup::description);
        options.printer().printAll(client.groups().list().stream(), table, "There are no groups yet.");
        return ExitCodes.DONE;
    }
}
