package io.accession.core.draft;

import java.io.IOException;
import java.io.OutputStream;

/** Where the manifests of a draft go, one after another. */
@FunctionalInterface
public interface ManifestTarget {

    /** {@code number} counts from 1. The draft closes the stream once the manifest is whole. */
    OutputStream open(int number) throws IOException;
}
