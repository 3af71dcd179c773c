package io.accession.core.receive;

import java.io.IOException;

/** Takes jobs in. */
public interface JobIntake {

    /**
     * Stores a job and its slices in one transaction and wakes the workers.
     *
     * @throws io.accession.core.domain.RegistryException when the folder is gone
     */
    void store(NewJob job, SliceSpool slices) throws IOException;
}
