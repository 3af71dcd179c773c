package io.accession.core.draft;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the first bytes of objects come from. */
@FunctionalInterface
public interface ObjectHeads {

    /** Of each object at most so many bytes from its beginning, in the same order; empty where it cannot be read. */
    List<Optional<byte[]>> find(List<ListedObject> objects, int length) throws IOException;
}
