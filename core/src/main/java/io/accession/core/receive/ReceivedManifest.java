package io.accession.core.receive;

/** A manifest that was read to its end, and the slices it was cut into. Nothing of it is in the database. */
public record ReceivedManifest(NewJob job, SliceSpool slices) implements AutoCloseable {

    @Override
    public void close() {
        slices.close();
    }
}
