package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.accession.api.ItemUpdate;
import io.accession.api.MetadataMode;
import io.accession.api.UpdatedItems;
import io.accession.client.AccessionClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "update",
        description = "Change the client metadata of items, or the title of one.",
        footer = {
            "",
            "replace: what was there is forgotten. merge: key by key, and so in objects of objects; what is given wins.",
            "merge-patch: as merge, but null removes its key (RFC 7386). if-absent: as merge, but what is there wins."
        })
final class ItemUpdating implements Callable<Integer> {

    private static final Map<String, MetadataMode> MODES = modes();

    private static Map<String, MetadataMode> modes() {
        var modes = new LinkedHashMap<String, MetadataMode>();
        for (var mode : MetadataMode.values()) {
            modes.put(mode.name().toLowerCase(Locale.ROOT).replace('_', '-'), mode);
        }
        return modes;
    }

    @Mixin
    private final ClientOptions options;

    @Parameters(paramLabel = "I", arity = "0..*", description = "Ids of the items.")
    private List<UUID> items = List.of();

    @Option(names = "--folder", paramLabel = "F", description = "Instead: id or name of the folder whose items it is.")
    private @Nullable String folder;

    @Option(names = "--deep", description = "With --folder: and of the folders below it.")
    private boolean deep;

    @Option(names = "--metadata", paramLabel = "JSON|@FILE", description = "A JSON object, or the file that has it.")
    private @Nullable String metadata;

    @Option(names = "--mode", paramLabel = "M", description = "replace, merge, merge-patch or if-absent.")
    private @Nullable String mode;

    @Option(names = "--title", paramLabel = "S", description = "A new title for one item.")
    private @Nullable String title;

    ItemUpdating(Surroundings surroundings) {
        this.options = new ClientOptions(surroundings);
    }

    @Override
    public Integer call() {
        if ((folder == null) == items.isEmpty()) {
            throw new UsageException("Either ids of items or --folder is needed.");
        }
        if (title != null && items.size() != 1) {
            throw new UsageException("--title is for one item.");
        }
        if (deep && folder == null) {
            throw new UsageException("--deep goes with --folder.");
        }
        var value = metadata == null ? null : GivenJson.objectOf(metadata, "--metadata");
        if (value == null && (title == null || mode != null)) {
            throw new UsageException("--metadata is needed.");
        }
        var updated = update(options.connect(), value, value == null ? null : mode());
        options.printer().print(updated, () -> updated.changed() + " of " + updated.matched() + " items changed.");
        return ExitCodes.DONE;
    }

    private MetadataMode mode() {
        var known = mode == null ? null : MODES.get(mode);
        if (known == null) {
            throw new UsageException((mode == null ? "--mode is needed: " : "There is no mode '" + mode + "', only ")
                    + String.join(", ", MODES.keySet()) + ".");
        }
        return known;
    }

    private UpdatedItems update(AccessionClient client, @Nullable JsonNode value, @Nullable MetadataMode how) {
        if (folder != null && value != null && how != null) {
            return client.items().updateFolder(new Names(client).folder(folder), deep, value, how, _ -> {});
        }
        var bundle = client.items().bundle();
        items.forEach(item -> bundle.update(item, new ItemUpdate(title, value, how)));
        bundle.send();
        return new UpdatedItems(bundle.sent(), bundle.changed(), null);
    }
}
