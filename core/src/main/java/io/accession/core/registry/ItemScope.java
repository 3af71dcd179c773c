package io.accession.core.registry;

import io.accession.core.domain.FolderId;

/** Where to look for items. */
public sealed interface ItemScope {

    /** In every folder. */
    record Everywhere() implements ItemScope {}

    /** Directly in a folder; {@code deep}: and in all folders below it. */
    record In(FolderId folder, boolean deep) implements ItemScope {}
}
