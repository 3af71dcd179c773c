package io.accession.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What registering a manifest would do. Nothing was changed to find out.
 *
 * @param fresh entries that would become new items on the media metadata they bring, {@code new} in JSON
 * @param toProbe entries whose objects would be looked at, and become new items if they are sound
 * @param problems the first 1,000 of {@code invalid}
 */
public record PlanReport(
        long entries,
        long urls,
        @JsonProperty("new") long fresh,
        long known,
        long metadataWouldChange,
        long toProbe,
        long duplicatesInManifest,
        long invalid,
        List<Warning> warnings,
        List<Invalid> problems,
        boolean problemsTruncated) {

    public PlanReport {
        warnings = List.copyOf(warnings);
        problems = List.copyOf(problems);
    }

    /** An entry that cannot be registered whatever the storage says. */
    public record Invalid(
            long line,
            long column,
            String pointer,
            @Nullable String objectUrl,
            String code,
            String message) {}
}
