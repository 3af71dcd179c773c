package io.accession.core.schema;

import io.accession.core.domain.FolderId;
import io.accession.core.registry.Page;
import io.accession.core.registry.PageRequest;
import io.accession.core.registry.Principal;

/**
 * The items whose metadata does not fit the schema in force. They are found by looking, so that they are never those of a schema that is gone.
 */
public interface Violations {

    /**
     * In a folder and all below it, in the order of the items' ids. A page looks at a bounded number of items: it may hold fewer faulty ones than
     * there is room for, or none, and go on.
     */
    Page<ItemFaults> list(Principal asking, FolderId folder, PageRequest page);
}
