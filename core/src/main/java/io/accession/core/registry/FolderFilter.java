package io.accession.core.registry;

import org.jspecify.annotations.Nullable;

/**
 * Which folders to list.
 *
 * @param search part of a name in any case; empty: all
 * @param mirrored whether a dataset mirrors them; null: all
 * @param everybodys also those that the asker has no role in; for administrators
 */
public record FolderFilter(
        FolderScope scope, String search, @Nullable Boolean mirrored, boolean everybodys, ListOrder order) {}
