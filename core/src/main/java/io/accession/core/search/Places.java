package io.accession.core.search;

import io.accession.core.domain.FolderId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the ids in a filter stand for. Empty where something is missing, or the asker may not know it. */
public interface Places {

    /** {@code deep}: with all folders below it. */
    Optional<Set<FolderId>> folders(FolderId folder, boolean deep);

    Optional<ItemSet> collected(UUID collection);

    /** The definition of a filter preset: a JSON object. */
    Optional<String> preset(UUID preset);
}
