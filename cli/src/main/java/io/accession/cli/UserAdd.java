package io.accession.cli;

import io.accession.api.NewUser;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "add", description = "Add a user.")
final class UserAdd implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "EMAIL", description = "E-mail address of the user.")
    private String email = "";

    @Option(names = "--admin", description = "Make the user an administrator.")
    private boolean admin;

    @Option(
            names = "--ssh-public-key",
            paramLabel = "FILE",
            description = "File with the user's public key, such as ~/.ssh/id_ed25519.pub.")
    private @Nullable Path sshPublicKey;

    UserAdd(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var key = sshPublicKey == null ? null : GivenFiles.text(sshPublicKey);
        var client = options.connect();
        var user = client.users().add(new NewUser(email, admin, key));
        options.printer()
                .print(
                        user,
                        () -> (user.admin() ? "Administrator " : "User ") + user.email() + " is added: " + user.id());
        return ExitCodes.DONE;
    }
}
