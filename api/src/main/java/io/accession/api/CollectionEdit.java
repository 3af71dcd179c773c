package io.accession.api;

import org.jspecify.annotations.Nullable;

/** A new name or description of a collection; null leaves what there is. */
public record CollectionEdit(
        @Nullable String name, @Nullable String description) {}
