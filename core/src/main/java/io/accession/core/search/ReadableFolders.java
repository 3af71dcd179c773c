package io.accession.core.search;

import io.accession.core.domain.FolderId;
import java.util.Set;

/** What an asker may read: items lie in folders, and folders are open to them or not. */
public sealed interface ReadableFolders {

    /** For administrators of the organisation. */
    record All() implements ReadableFolders {}

    record Only(Set<FolderId> folders) implements ReadableFolders {
        public Only {
            folders = Set.copyOf(folders);
        }
    }
}
