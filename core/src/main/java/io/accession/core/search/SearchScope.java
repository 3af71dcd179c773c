package io.accession.core.search;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where somebody may search, as the catalogue has it at this moment. */
public interface SearchScope {

    ReadableFolders readable(Principal asking);

    /** The folder, and all below it if {@code deep}; empty when it is missing or closed to the asker. */
    Optional<Set<FolderId>> folders(Principal asking, FolderId folder, boolean deep);

    /**
     * The items of a collection, those in closed folders included; empty when it is missing or closed to the asker.
     *
     * @throws io.accession.core.domain.RegistryException when there are more than {@code most}
     */
    Optional<ItemSet> collected(Principal asking, UUID collection, int most);
}
