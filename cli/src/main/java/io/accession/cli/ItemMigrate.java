package io.accession.cli;

import io.accession.api.MigrationEvent;
import io.accession.api.MigrationEvent.Duplicate;
import io.accession.api.MigrationEvent.Ended;
import io.accession.api.MigrationEvent.Refused;
import io.accession.api.NewMigration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "migrate",
        description =
                "Give items another storage integration or other URLs without registering them again. All migrate,"
                        + " or none does. Exits with 1 when something speaks against it.")
final class ItemMigrate implements Callable<Integer> {

    @Mixin
    private final ClientOptions options;

    @Option(
            names = "--from-integration",
            paramLabel = "T",
            required = true,
            description = "Title or id of the storage integration whose items migrate.")
    private String from = "";

    @Option(
            names = "--to-integration",
            paramLabel = "T",
            description = "Title or id of the one that they get; without it they keep theirs.")
    private @Nullable String to;

    @Option(
            names = "--folder",
            paramLabel = "F",
            description = "Id or name of the folder in or below which they lie; without it all that you administer.")
    private @Nullable String folder;

    @Option(
            names = "--prefix",
            paramLabel = "OLD=NEW",
            description = "Only items whose URL begins with OLD, which becomes NEW. Without it URLs stay.")
    private @Nullable String prefix;

    @Option(names = "--unchecked", description = "Do not ask the storage whether the objects are there.")
    private boolean unchecked;

    @Option(names = "--plan", description = "Only tell what would happen.")
    private boolean plan;

    private final List<Refused> refused = new ArrayList<>();
    private final List<Duplicate> duplicates = new ArrayList<>();
    private @Nullable Ended ended;

    /** What machines get to see. */
    record Report(List<Refused> refused, List<Duplicate> duplicates, Ended counts) {}

    ItemMigrate(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        var client = options.connect();
        var names = new Names(client);
        var migration = new NewMigration(
                names.integration(from),
                to == null ? null : names.integration(to),
                folder == null ? null : names.folder(folder),
                parts(prefix),
                !unchecked,
                plan);
        client.items().migrate(migration, this::take);
        var counts = Objects.requireNonNull(ended, "the server told no counts");
        options.printer()
                .print(new Report(refused, duplicates, counts), () -> MigrationText.of(refused, duplicates, counts));
        return refused.isEmpty() ? ExitCodes.DONE : ExitCodes.FAILURES;
    }

    private static NewMigration.@Nullable Prefix parts(@Nullable String prefix) {
        if (prefix == null) {
            return null;
        }
        int equals = prefix.indexOf('=');
        if (equals < 1) {
            throw new UsageException("--prefix is OLD=NEW, such as s3://old/=s3://new/, got '" + prefix + "'.");
        }
        return new NewMigration.Prefix(prefix.substring(0, equals), prefix.substring(equals + 1));
    }

    private void take(MigrationEvent event) {
        switch (event) {
            case Refused one -> refused.add(one);
            case Duplicate one -> duplicates.add(one);
            case Ended counts -> ended = counts;
            case MigrationEvent.Progress _, MigrationEvent.Failed _ -> {}
        }
    }
}
