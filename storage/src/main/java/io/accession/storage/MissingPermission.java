package io.accession.storage;

import io.accession.core.integration.IntegrationSettings;
import io.accession.core.object.ObjectUnavailableException;
import io.accession.storage.Permissions.Attempt;

/** Tells of failures with what the storage has to grant before them, and to whom, where that is the cure. */
public final class MissingPermission {

    private MissingPermission() {}

    /** {@code bucket} could not be listed. */
    public static String toList(IntegrationSettings settings, String bucket, ObjectUnavailableException failure) {
        return Permissions.of(settings).mend(Attempt.LIST, bucket, failure);
    }

    /** An object of {@code bucket} could not be read. */
    public static String toRead(IntegrationSettings settings, String bucket, ObjectUnavailableException failure) {
        return Permissions.of(settings).mend(Attempt.READ, bucket, failure);
    }
}
