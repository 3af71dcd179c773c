package io.accession.core.registry;

import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;

/** Paths of this server at which anybody gets the bytes of an object on this server for as long as its integration allows. */
@FunctionalInterface
public interface MediaPaths {

    /** Begins with a slash, and every character may stand in a URL. Made without looking at the object. */
    String sign(StorageIntegration integration, ObjectLocation object, ListedItem item);
}
