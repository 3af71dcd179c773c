package io.accession.core.draft;

import io.accession.core.object.ObjectUnavailableException;
import java.io.IOException;
import java.io.InputStream;

/** Where the data files of an inventory are. */
@FunctionalInterface
public interface InventoryFiles {

    /** The bytes of the file that the inventory's description names by this key. To be closed. */
    InputStream open(String key) throws IOException, ObjectUnavailableException;
}
