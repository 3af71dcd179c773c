package io.accession.core.catalogue;

import io.accession.core.domain.ItemId;
import io.accession.core.domain.ItemKind;
import io.accession.core.domain.MediaFacts;
import io.accession.core.manifest.RawJson;
import io.accession.core.object.IdentityHash;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item about to be added to a job's folder.
 *
 * @param ordinal of the entry that asks for it
 * @param objectUrl as given; of an image sequence that of its video, of other composites null
 * @param facts of the object; of composites other than image sequences and DICOM series null
 * @param hidden a frame or file that exists only as a member
 * @param members of a composite, in order; empty otherwise
 */
public record NewItem(
        ItemId id,
        int ordinal,
        ItemKind kind,
        String name,
        IdentityHash identity,
        long duplicateNumber,
        @Nullable String objectUrl,
        @Nullable MediaFacts facts,
        @Nullable String etag,
        @Nullable Instant lastModified,
        @Nullable RawJson clientMetadata,
        boolean hidden,
        List<ItemId> members) {

    public NewItem {
        members = List.copyOf(members);
    }
}
