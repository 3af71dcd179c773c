package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/** New values for a dataset; null leaves what there is. */
public record DatasetChange(
        @Nullable String title, @Nullable String description) {

    public DatasetChange {
        if (title != null) {
            Names.check("/title", title);
        }
        if (description != null) {
            Texts.check("/description", description);
        }
    }
}
