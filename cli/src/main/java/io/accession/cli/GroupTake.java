package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "take", description = "Take a user out of a group.")
final class GroupTake implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "GROUP", description = "Id or name of the group.")
    private String group = "";

    @Parameters(index = "1", paramLabel = "EMAIL", description = "Id or e-mail address of the user.")
    private String user = "";

    GroupTake(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var names = new Names(client);
        var groupId = names.group(group);
        var userId = names.user(user);
        client.groups().removeMember(groupId, userId);
        options.printer()
                .print(
                        Map.of("group", groupId, "user", userId),
                        () -> user + " does not belong to the group '" + group + "'.");
        return ExitCodes.DONE;
    }
}
