package io.accession.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import picocli.CommandLine;

/** Puts the commands together. */
public final class CommandLines {

    private static final int HELP_COLUMNS = 110;

    private CommandLines() {}

    /** The commands of a client. A server adds its own with {@code addSubcommand}; {@link #execute} runs the whole. */
    public static CommandLine root(Surroundings surroundings) {
        return holder("accession", "Registers media where it lies in cloud storage.")
                .addSubcommand("register", new Register(surroundings))
                .addSubcommand("job", jobs(surroundings))
                .addSubcommand("folder", folders(surroundings))
                .addSubcommand("item", items(surroundings))
                .addSubcommand("integration", integrations(surroundings))
                .addSubcommand(
                        "user",
                        holder("user", "Who may use the server.").addSubcommand("add", new UserAdd(surroundings)))
                .addSubcommand(
                        "token", holder("token", "API tokens.").addSubcommand("create", new TokenCreate(surroundings)))
                .addSubcommand("version", new VersionCommand(surroundings));
    }

    /** Carries the words out and returns an exit code of {@link ExitCodes}. To be called once all commands are there. */
    public static int execute(CommandLine root, Surroundings surroundings, String... words) {
        var complaints = new Complaints(surroundings.error());
        root.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedHelp());
        int exitCode = root.setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_COLUMNS)
                .setOut(writer(surroundings.out()))
                .setErr(writer(surroundings.error()))
                .execute(words);
        surroundings.out().flush();
        return exitCode;
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(stream, true, stream.charset());
    }

    private static CommandLine jobs(Surroundings surroundings) {
        return holder("job", "Runs through manifests.")
                .addSubcommand("list", new JobList(surroundings))
                .addSubcommand("show", new JobShow(surroundings))
                .addSubcommand("watch", new JobWatch(surroundings))
                .addSubcommand("cancel", new JobCancel(surroundings))
                .addSubcommand("failures", new JobFailures(surroundings));
    }

    private static CommandLine folders(Surroundings surroundings) {
        return holder("folder", "Where items live.")
                .addSubcommand("create", new FolderCreate(surroundings))
                .addSubcommand("list", new FolderList(surroundings))
                .addSubcommand("show", new FolderShow(surroundings))
                .addSubcommand("remove", new FolderRemove(surroundings));
    }

    private static CommandLine items(Surroundings surroundings) {
        return holder("item", "What was registered.")
                .addSubcommand("list", new ItemList(surroundings))
                .addSubcommand("show", new ItemShow(surroundings));
    }

    private static CommandLine integrations(Surroundings surroundings) {
        return holder("integration", "Storages and how they are reached.")
                .addSubcommand(
                        "add",
                        holder("add", "Add a storage integration.")
                                .addSubcommand("s3", new IntegrationAddS3(surroundings))
                                .addSubcommand("direct", new IntegrationAddDirect(surroundings))
                                .addSubcommand("local", new IntegrationAddLocal(surroundings)))
                .addSubcommand("list", new IntegrationList(surroundings))
                .addSubcommand("check", new IntegrationCheck(surroundings))
                .addSubcommand("remove", new IntegrationRemove(surroundings));
    }

    private static CommandLine holder(String name, String description) {
        var holder = new CommandLine(new AccessionCommand());
        holder.setCommandName(name);
        holder.getCommandSpec().usageMessage().description(description);
        return holder;
    }
}
