package io.accession.core.registry;

import io.accession.core.domain.FolderId;

/** Which folders a question is about. */
public sealed interface FolderScope {

    /** Those that lie in no other. */
    record Top() implements FolderScope {}

    record Everywhere() implements FolderScope {}

    /** Those in a folder; {@code deep}: and in those, down to the lowest. */
    record In(FolderId parent, boolean deep) implements FolderScope {}
}
