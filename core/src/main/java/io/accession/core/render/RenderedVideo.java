package io.accession.core.render;

import io.accession.core.domain.MediaFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A video in a file of this machine, which closing deletes. */
public record RenderedVideo(Path file, MediaFacts.Video facts) implements AutoCloseable {

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
