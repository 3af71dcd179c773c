package io.accession.server.configuration;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What understands texts by an embedding. */
public sealed interface KeyEncoder {

    /** Of the metadata schema. */
    String key();

    /** The encoder that comes with this program. */
    record BuiltIn(String key) implements KeyEncoder {}

    /** An ONNX model and its tokenizer. */
    record ModelFiles(String key, Path model, Path tokenizer) implements KeyEncoder {}

    /**
     * A service that answers as OpenAI's {@code /v1/embeddings} does.
     *
     * @param tokenFile whose text is the bearer token; null for none
     */
    record Endpoint(
            String key, URI url, String model, @Nullable Path tokenFile) implements KeyEncoder {}
}
