package io.accession.cli;

import io.accession.api.IndexStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The state of the search index as people read it. */
final class IndexText {

    private static final int MOST_COUNTED = 100_000;

    private IndexText() {}

    static String of(IndexStatus status) {
        var facts = new Facts();
        var answering = status.answering();
        if (answering == null) {
            facts.add("Answering", "not yet: the first index is being built");
        } else {
            facts.add("Answering", figures(answering.items(), answering.itemsBehind(), answering.schemaVersion()))
                    .add("As of", asOf(answering))
                    .add("On the disk", megabytes(answering.bytes()));
        }
        return facts.add("Building", building(status.building()))
                .add("Problem", status.problem())
                .add("Meaning", status.meaningProblem())
                .text();
    }

    private static @Nullable String building(IndexStatus.@Nullable Building building) {
        return building == null ? null : figures(building.items(), building.itemsBehind(), building.schemaVersion());
    }

    private static String figures(long items, int behind, int schemaVersion) {
        return String.format(
                Locale.ROOT,
                "%,d items, %,d%s behind, schema version %d",
                items,
                behind,
                behind == MOST_COUNTED ? " or more" : "",
                schemaVersion);
    }

    private static @Nullable String asOf(IndexStatus.Answering answering) {
        return answering.asOf() == null
                ? null
                : String.format(
                        Locale.ROOT, "%s, %.1f s ago", Moments.text(answering.asOf()), answering.secondsBehind());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
    }
}
