package io.accession.api;

import java.util.List;
import java.util.UUID;

/**
 * Files that were put where the server said, to be registered.
 *
 * @param ignoreErrors whether sound files are registered whatever happens to others; else all are, or none
 */
public record NewUploadedFiles(List<File> files, boolean ignoreErrors) {

    public NewUploadedFiles {
        files = List.copyOf(files);
    }

    /** {@code id} is that of its place; {@code name} says by its ending what it is, and is its title. */
    public record File(UUID id, String name) {}
}
