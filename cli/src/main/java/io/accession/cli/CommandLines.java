package io.accession.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;

/** Puts the commands together. */
public final class CommandLines {

    private static final int HELP_COLUMNS = 110;

    private CommandLines() {}

    /** All commands of a client. A server adds its own with {@code addSubcommand}; {@link #execute} runs the whole. */
    public static CommandLine root(Surroundings surroundings) {
        return tree(surroundings).make(List.of());
    }

    /** Those that the words can mean, which is quicker. */
    static CommandLine root(Surroundings surroundings, String... words) {
        return tree(surroundings).make(List.of(words));
    }

    private static CommandGroup tree(Surroundings surroundings) {
        return new CommandGroup("accession", "Registers media where it lies in cloud storage.")
                .command("register", () -> new Register(surroundings))
                .command("upload", () -> new Upload(surroundings))
                .command("search", () -> new SearchCommand(surroundings))
                .group(jobs(surroundings))
                .group(folders(surroundings))
                .group(items(surroundings))
                .group(datasets(surroundings))
                .group(schema(surroundings))
                .group(embeddings(surroundings))
                .group(maps(surroundings))
                .group(quality(surroundings))
                .group(index(surroundings))
                .group(presets(surroundings))
                .group(collections(surroundings))
                .group(integrations(surroundings))
                .group(new CommandGroup("user", "Who may use the server.")
                        .command("add", () -> new UserAdd(surroundings)))
                .group(groups(surroundings))
                .group(new CommandGroup("token", "API tokens.").command("create", () -> new TokenCreate(surroundings)))
                .command("version", () -> new VersionCommand(surroundings));
    }

    /** Carries the words out and returns an exit code of {@link ExitCodes}. To be called once all commands are there. */
    public static int execute(CommandLine root, Surroundings surroundings, String... words) {
        var complaints = new Complaints(surroundings.error());
        root.getHelpSectionMap().put(CommandLine.Model.UsageMessageSpec.SECTION_KEY_COMMAND_LIST, new GroupedHelp());
        int exitCode = root.setExecutionExceptionHandler(complaints)
                .setParameterExceptionHandler(complaints)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // what begins with @ names a file to the command itself
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

    private static CommandGroup jobs(Surroundings surroundings) {
        return new CommandGroup("job", "Runs through manifests.")
                .command("list", () -> new JobList(surroundings))
                .command("show", () -> new JobShow(surroundings))
                .command("watch", () -> new JobWatch(surroundings))
                .command("cancel", () -> new JobCancel(surroundings))
                .command("failures", () -> new JobFailures(surroundings));
    }

    private static CommandGroup folders(Surroundings surroundings) {
        return new CommandGroup("folder", "Where items live.")
                .command("create", () -> new FolderCreate(surroundings))
                .command("list", () -> new FolderList(surroundings))
                .command("show", () -> new FolderShow(surroundings))
                .command("sync", () -> new FolderSynchronise(surroundings))
                .command("share", () -> new FolderShare(surroundings))
                .command("unshare", () -> new FolderUnshare(surroundings))
                .command("remove", () -> new FolderRemove(surroundings));
    }

    private static CommandGroup items(Surroundings surroundings) {
        return new CommandGroup("item", "What was registered.")
                .command("list", () -> new ItemList(surroundings))
                .command("show", () -> new ItemShow(surroundings))
                .command("update", () -> new ItemUpdating(surroundings))
                .command("history", () -> new ItemHistory(surroundings))
                .command("verify", () -> new ItemVerify(surroundings))
                .command("migrate", () -> new ItemMigrate(surroundings))
                .command("reencode", () -> new ItemReencode(surroundings))
                .command("reencoding", () -> new ItemReencoding(surroundings));
    }

    private static CommandGroup datasets(Surroundings surroundings) {
        return new CommandGroup("dataset", "Items chosen for a purpose.")
                .command("create", () -> new DatasetCreate(surroundings))
                .command("list", () -> new DatasetList(surroundings))
                .command("link", () -> new DatasetLink(surroundings))
                .command("rows", () -> new DatasetRows(surroundings))
                .command("unlink", () -> new DatasetUnlink(surroundings))
                .command("share", () -> new DatasetShare(surroundings))
                .command("unshare", () -> new DatasetUnshare(surroundings))
                .command("remove", () -> new DatasetRemove(surroundings));
    }

    private static CommandGroup groups(Surroundings surroundings) {
        return new CommandGroup("group", "Users who get their roles together.")
                .command("create", () -> new GroupCreate(surroundings))
                .command("list", () -> new GroupList(surroundings))
                .command("add", () -> new GroupAdd(surroundings))
                .command("take", () -> new GroupTake(surroundings))
                .command("remove", () -> new GroupRemove(surroundings));
    }

    private static CommandGroup schema(Surroundings surroundings) {
        return new CommandGroup("schema", "Types of the keys of client metadata.")
                .command("show", () -> new SchemaShow(surroundings))
                .command("apply", () -> new SchemaApply(surroundings))
                .command("history", () -> new SchemaHistory(surroundings))
                .command("strict", () -> new SchemaStrict(surroundings))
                .command("violations", () -> new SchemaViolations(surroundings));
    }

    private static CommandGroup embeddings(Surroundings surroundings) {
        return new CommandGroup("embedding", "Vectors of items and of frames of videos, in bulk.")
                .command("import", () -> new EmbeddingImporting(surroundings))
                .command("export", () -> new EmbeddingExporting(surroundings))
                .command("remove", () -> new EmbeddingRemove(surroundings));
    }

    private static CommandGroup maps(Surroundings surroundings) {
        return new CommandGroup("map", "Pictures of an embedding, in which what is alike lies together.")
                .command("status", () -> new MapShow(surroundings))
                .command("compute", () -> new MapCompute(surroundings));
    }

    private static CommandGroup quality(Surroundings surroundings) {
        return new CommandGroup("quality", "What the pixels of pictures tell.")
                .command("status", () -> new QualityStatus(surroundings))
                .command("measure", () -> new QualityMeasure(surroundings));
    }

    private static CommandGroup index(Surroundings surroundings) {
        return new CommandGroup("index", "What searches are answered from.")
                .command("status", () -> new IndexShow(surroundings))
                .command("rebuild", () -> new IndexRebuild(surroundings));
    }

    private static CommandGroup presets(Surroundings surroundings) {
        return new CommandGroup("preset", "Filters with a name.")
                .command("create", () -> new PresetCreate(surroundings))
                .command("list", () -> new PresetList(surroundings))
                .command("show", () -> new PresetShow(surroundings))
                .command("update", () -> new PresetUpdate(surroundings))
                .command("remove", () -> new PresetRemove(surroundings));
    }

    private static CommandGroup collections(Surroundings surroundings) {
        return new CommandGroup("collection", "Items that were picked out.")
                .command("create", () -> new CollectionCreate(surroundings))
                .command("list", () -> new CollectionList(surroundings))
                .command("show", () -> new CollectionShow(surroundings))
                .command("add", () -> new CollectionAdd(surroundings))
                .command("take", () -> new CollectionTake(surroundings))
                .command("update", () -> new CollectionUpdate(surroundings))
                .command("remove", () -> new CollectionRemove(surroundings));
    }

    private static CommandGroup integrations(Surroundings surroundings) {
        return new CommandGroup("integration", "Storages and how they are reached.")
                .group(new CommandGroup("add", "Add a storage integration.")
                        .command("s3", () -> new IntegrationAddS3(surroundings))
                        .command("gcs", () -> new IntegrationAddGcs(surroundings))
                        .command("azure", () -> new IntegrationAddAzure(surroundings))
                        .command("direct", () -> new IntegrationAddDirect(surroundings))
                        .command("local", () -> new IntegrationAddLocal(surroundings)))
                .command("list", () -> new IntegrationList(surroundings))
                .command("show", () -> new IntegrationShow(surroundings))
                .command("check", () -> new IntegrationCheck(surroundings))
                .command("share", () -> new IntegrationShare(surroundings))
                .command("unshare", () -> new IntegrationUnshare(surroundings))
                .command("remove", () -> new IntegrationRemove(surroundings));
    }
}
