package io.accession.core.registry;

import io.accession.core.hosted.HostedObject;
import io.accession.core.integration.StorageIntegration;
import io.accession.core.object.ObjectLocation;
import java.time.Duration;

/** Paths of this server that need no further credential: they say themselves what they allow and until when. */
public interface MediaPaths {

    /** A path at which anybody gets the bytes of an object on this server for as long as its integration allows. Begins with a slash, and every character may stand in a URL. Made without looking at the object. */
    String sign(StorageIntegration integration, ObjectLocation object, ListedItem item);

    /** A path at which anybody can put the bytes of a file into this server's own directory until the time is over. */
    String signUpload(HostedObject object, Duration lifetime);
}
