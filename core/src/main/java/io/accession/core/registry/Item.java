package io.accession.core.registry;

import io.accession.core.domain.MediaFacts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One registered thing with everything that is known of it.
 *
 * @param facts null for composites other than DICOM series
 * @param clientMetadata a JSON object
 * @param members of a composite, in order; of a data group those that the asker may look at; empty otherwise
 * @param group how a data group is shown; null for other items
 */
public record Item(
        ListedItem item,
        @Nullable MediaFacts facts,
        String clientMetadata,
        List<Member> members,
        @Nullable DataGroup group) {

    public Item {
        members = List.copyOf(members);
    }

    /** An object of a composite: an item too, though perhaps one that lists hide. */
    public record Member(
            int position, ListedItem item, @Nullable MediaFacts facts) {}
}
