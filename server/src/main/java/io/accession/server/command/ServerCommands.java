package io.accession.server.command;

import io.accession.cli.Surroundings;
import picocli.CommandLine;

/** The commands that need the whole server on the class path. */
public final class ServerCommands {

    private ServerCommands() {}

    public static CommandLine addTo(CommandLine root, Surroundings surroundings) {
        return root.addSubcommand("demo", new DemoCommand(surroundings))
                .addSubcommand("serve", new ServeCommand(surroundings))
                .addSubcommand("worker", new WorkerCommand(surroundings))
                .addSubcommand("config", new ConfigCommand(surroundings))
                .addSubcommand("backup", new BackupCommand(surroundings))
                .addSubcommand("restore", new RestoreCommand(surroundings));
    }
}
