package io.accession.api;

import java.net.URI;
import java.util.List;
import java.util.UUID;

/** Where files can be put, in the order of their names. */
public record UploadPlaces(List<Place> places) {

    public UploadPlaces {
        places = List.copyOf(places);
    }

    /** {@code url} takes the bytes of one file by {@code PUT}, within twelve hours and without a further credential. */
    public record Place(UUID id, URI url) {}
}
