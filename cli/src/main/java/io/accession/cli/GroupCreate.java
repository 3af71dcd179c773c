package io.accession.cli;

import io.accession.api.NewUserGroup;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "create", description = "Make a group of users.")
final class GroupCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "NAME", description = "What to call the group.")
    private String name = "";

    @Option(names = "--description", paramLabel = "TEXT", description = "What the group is for.")
    private @Nullable String description;

    GroupCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var group = options.connect().groups().create(new NewUserGroup(name, description));
        options.printer().print(group, () -> "Group '" + group.name() + "' is made: " + group.id());
        return ExitCodes.DONE;
    }
}
