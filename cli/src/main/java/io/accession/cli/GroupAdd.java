package io.accession.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a user to a group.")
final class GroupAdd implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(index = "0", paramLabel = "GROUP", description = "Id or name of the group.")
    private String group = "";

    @Parameters(index = "1", paramLabel = "EMAIL", description = "Id or e-mail address of the user.")
    private String user = "";

    GroupAdd(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var names = new Names(client);
        var groupId = names.group(group);
        var userId = names.user(user);
        client.groups().addMember(groupId, userId);
        options.printer()
                .print(Map.of("group", groupId, "user", userId), () -> user + " belongs to the group '" + group + "'.");
        return ExitCodes.DONE;
    }
}
