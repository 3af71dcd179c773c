package io.accession.api;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A folder to be created, at the top when it has no parent. */
public record NewFolder(
        String name, @Nullable UUID parentId, @Nullable String description) {}
