package io.accession.api;

import org.jspecify.annotations.Nullable;

/**
 * A dataset to be created.
 *
 * @param mirrorsFolder together with a top-level folder of the same name, whose items are its rows; false when null
 */
public record NewDataset(
        String title,
        @Nullable String description,
        @Nullable Boolean mirrorsFolder) {}
