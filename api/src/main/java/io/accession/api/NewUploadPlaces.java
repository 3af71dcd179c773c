package io.accession.api;

import java.util.List;

/** The names of files that are to be uploaded. */
public record NewUploadPlaces(List<String> names) {

    public NewUploadPlaces {
        names = List.copyOf(names);
    }
}
