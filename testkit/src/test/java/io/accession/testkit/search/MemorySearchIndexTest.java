package io.accession.testkit.search;

import io.accession.core.schema.MetadataSchema;
import io.accession.core.search.SearchIndex;
import io.accession.core.search.SearchableItem;
import java.util.List;

class MemorySearchIndexTest extends SearchIndexContract {

    @Override
    protected SearchIndex index(MetadataSchema schema, List<SearchableItem> items) {
        return new MemorySearchIndex(schema, items);
    }
}
