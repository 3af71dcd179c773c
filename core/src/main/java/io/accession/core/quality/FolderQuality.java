package io.accession.core.quality;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;

/** What was measured in folders, with all below them. */
public interface FolderQuality {

    QualityCounts count(Principal asking, FolderId folder);

    /** Adds what was not measured yet, and what could not be, to what waits. For administrators of the folder. */
    void measure(Principal asking, FolderId folder);
}
