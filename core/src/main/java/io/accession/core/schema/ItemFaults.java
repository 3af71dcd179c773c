package io.accession.core.schema;

import io.accession.core.domain.ItemId;
import java.util.List;

/** An item with values that do not fit the schema. */
public record ItemFaults(ItemId item, String name, List<MetadataFault> faults) {

    public ItemFaults {
        faults = List.copyOf(faults);
    }
}
