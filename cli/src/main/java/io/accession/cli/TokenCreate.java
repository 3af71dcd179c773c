package io.accession.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "create", description = "Make an API token for a user. It is shown this once.")
final class TokenCreate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(names = "--user", paramLabel = "EMAIL", required = true, description = "Id or e-mail address of the user.")
    private String user = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What to call the token.")
    private @Nullable String name;

    TokenCreate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    /** Prints the token alone, so that it can be taken into a variable. */
    @Override
    public Integer call() {
        var client = options.connect();
        var token = client.users().createToken(new Names(client).user(user), name);
        options.printer().print(token, () -> token.token().reveal());
        return ExitCodes.DONE;
    }
}
