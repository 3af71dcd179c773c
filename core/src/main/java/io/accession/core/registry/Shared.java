package io.accession.core.registry;

import io.accession.core.domain.DatasetId;
import io.accession.core.domain.FolderId;
import io.accession.core.domain.IntegrationId;

/** What users and groups get roles in. */
public sealed interface Shared {

    /** A role in a folder reaches all below it. */
    record Folder(FolderId id) implements Shared {}

    record Integration(IntegrationId id) implements Shared {}

    /** A role in a mirroring dataset is none in its folder. */
    record Dataset(DatasetId id) implements Shared {}
}
