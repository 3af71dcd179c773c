package io.accession.server.command;

import io.accession.cli.AccessionCommand;
import io.accession.cli.Surroundings;
import picocli.CommandLine;

/** The commands that need the whole server on the class path. */
public final class ServerCommands {

    private ServerCommands() {}

    private static CommandLine manifest(Surroundings surroundings) {
        var manifest = new CommandLine(new AccessionCommand());
        manifest.getCommandSpec().usageMessage().description("Make and check registration manifests.");
        return manifest.addSubcommand("create", new ManifestCreateCommand(surroundings))
                .addSubcommand("check", new ManifestCheckCommand(surroundings));
    }

    public static CommandLine addTo(CommandLine root, Surroundings surroundings) {
        return root.addSubcommand("demo", new DemoCommand(surroundings))
                .addSubcommand("serve", new ServeCommand(surroundings))
                .addSubcommand("worker", new WorkerCommand(surroundings))
                .addSubcommand("config", new ConfigCommand(surroundings))
                .addSubcommand("backup", new BackupCommand(surroundings))
                .addSubcommand("restore", new RestoreCommand(surroundings))
                .addSubcommand("manifest", manifest(surroundings));
    }
}
