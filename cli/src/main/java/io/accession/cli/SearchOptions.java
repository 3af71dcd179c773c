package io.accession.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.accession.api.NewComparison;
import io.accession.api.NewNearDuplicates;
import io.accession.api.NewSearch;
import io.accession.client.AccessionClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is looked for. All that is given has to hold. */
final class SearchOptions {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORD",
            description = "Words to find in titles and metadata, in any order.")
    private List<String> words = List.of();

    @Option(
            names = "--filter",
            paramLabel = "JSON",
            description = "A filter, such as '{\"field\": \"width\", \"atLeast\": 1920}', or @ and the name of a file"
                    + " with one (docs/guides/search.md).")
    private @Nullable String filter;

    @Option(names = "--folder", paramLabel = "F", description = "Id or name of a folder: only in it and below it.")
    private @Nullable String folder;

    @Option(names = "--kind", paramLabel = "K", description = "Only those of a kind, such as image or video.")
    private @Nullable String kind;

    @Option(names = "--collection", paramLabel = "C", description = "Id or name of a collection: only its items.")
    private @Nullable String collection;

    @Option(names = "--preset", paramLabel = "P", description = "Id or name of a filter preset: only what passes it.")
    private @Nullable String preset;

    @Option(
            names = "--frames",
            paramLabel = "JSON",
            description =
                    "A filter for key frames of videos, or @ and the name of a file with one: find the frames that"
                            + " pass it, of the items that all else finds.")
    private @Nullable String frames;

    @Option(
            names = "--like",
            paramLabel = "ITEM",
            description = "Id of an item whose like is wanted, by the embedding that --by names. May be given several"
                    + " times.")
    private List<String> like = List.of();

    @Option(
            names = "--meaning",
            paramLabel = "TEXT",
            description = "What to look for, in words of your own: by what titles, texts and documents mean, or by the"
                    + " embedding that --by names.")
    private @Nullable String meaning;

    @Option(
            names = "--by",
            paramLabel = "KEY",
            description = "Key of the embedding to compare by, which for --meaning needs a text encoder; pixels for the"
                    + " look of pictures that were measured.")
    private @Nullable String by;

    @Option(
            names = "--sort",
            paramLabel = "FIELD",
            description = "Sort by a field, such as createdAt or metadata.speed; with a minus before it, downwards.")
    private @Nullable String sort;

    @Option(names = "--members", description = "Also the items that exist as members of groups and series only.")
    private boolean members;

    /** What the items are that are compared with one another. */
    NewNearDuplicates nearDuplicates(AccessionClient client, String by, @Nullable Double threshold, int limit) {
        requireNoOrder();
        if (this.by != null) {
            throw new UsageException("--near-duplicates names what items are compared by; --by does not go with it.");
        }
        return new NewNearDuplicates(joined(client), measure(by), threshold, members ? true : null, limit, null);
    }

    /** What the items are of which a few are picked. */
    NewComparison comparison(AccessionClient client, int count) {
        requireNoOrder();
        if (by == null) {
            throw new UsageException("--by is missing: the key of the embedding to compare by, or pixels.");
        }
        return new NewComparison(joined(client), measure(by), count, members ? true : null);
    }

    private void requireNoOrder() {
        if (!like.isEmpty() || meaning != null || sort != null) {
            throw new UsageException(
                    "--like, --meaning and --sort do not go with --near-duplicates, --diverse and --outliers.");
        }
    }

    private static String measure(String by) {
        return Set.of("pixels", "meaning").contains(by) || by.startsWith("metadata.") ? by : "metadata." + by;
    }

    /** {@code facets} are names of fields. */
    NewSearch search(AccessionClient client, List<String> facets) {
        return new NewSearch(
                joined(client),
                similar(),
                frames == null ? null : GivenJson.objectOf(frames, "--frames"),
                sort(),
                facets.isEmpty()
                        ? null
                        : facets.stream()
                                .map(field -> new NewSearch.Facet(field, null, null))
                                .toList(),
                members ? true : null,
                null,
                null,
                null);
    }

    private @Nullable JsonNode joined(AccessionClient client) {
        var all = new ArrayList<JsonNode>();
        if (!words.isEmpty()) {
            all.add(JSON.objectNode().put("words", String.join(" ", words)));
        }
        if (filter != null) {
            all.add(GivenJson.objectOf(filter, "--filter"));
        }
        if (folder != null) {
            all.add(JSON.objectNode()
                    .put("folder", new Names(client).folder(folder).toString()));
        }
        if (kind != null) {
            all.add(JSON.objectNode().put("field", "kind").put("equals", kind));
        }
        if (collection != null) {
            all.add(JSON.objectNode()
                    .put("collection", new Names(client).collection(collection).toString()));
        }
        if (preset != null) {
            all.add(JSON.objectNode()
                    .put("preset", new Names(client).preset(preset).toString()));
        }
        return switch (all.size()) {
            case 0 -> null;
            case 1 -> all.getFirst();
            default -> JSON.objectNode().set("and", JSON.arrayNode().addAll(all));
        };
    }

    private @Nullable JsonNode similar() {
        if (meaning == null && like.isEmpty() != (by == null)) {
            throw new UsageException("--like goes with --by: an item, and the key of the embedding to compare by."
                    + " --meaning goes with or without --by.");
        }
        var anchors = JSON.arrayNode();
        if (meaning != null) {
            anchors.add(JSON.objectNode().put("text", meaning));
        }
        like.forEach(item -> anchors.add(JSON.objectNode().put("item", item)));
        if (anchors.isEmpty()) {
            return null;
        }
        var similar = JSON.objectNode();
        if (by != null) {
            similar.put("field", "metadata." + by);
        }
        similar.set("like", anchors);
        return similar;
    }

    private NewSearch.@Nullable Sort sort() {
        if (sort == null) {
            return null;
        }
        return sort.startsWith("-") ? new NewSearch.Sort(sort.substring(1), true) : new NewSearch.Sort(sort, false);
    }
}
