package io.accession.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only holds others: the root, and groups such as {@code folder}. */
@Command(
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "'@|bold accession COMMAND --help|@' tells more about a command."})
public final class AccessionCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Tell about the commands.")
    @SuppressWarnings("unused") // picocli asks for it
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            throw new ParameterException(spec.commandLine(), "A command is missing.");
        }
    }
}
