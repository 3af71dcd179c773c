package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "remove", description = "Remove a group; its members lose the roles that they had by it.")
final class GroupRemove implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "GROUP", description = "Id or name of the group.")
    private String name = "";

    GroupRemove(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var id = new Names(client).group(name);
        client.groups().remove(id);
        options.printer().print(Map.of("removed", id), () -> "Group '" + name + "' is removed.");
        return ExitCodes.DONE;
    }
}
