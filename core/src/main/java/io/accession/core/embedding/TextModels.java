package io.accession.core.embedding;

import java.nio.file.Path;

/**
 * Text encoders that run in this process. A distribution may come without them: they are looked for with {@link java.util.ServiceLoader}. Models are
 * loaded when they are first asked for something.
 */
public interface TextModels {

    /** How many numbers the vectors of the built-in encoder have. */
    int BUILT_IN_DIMENSIONS = 384;

    /** The encoder that comes with this program. Of long texts it takes the first thousand words or so. */
    TextEncoder builtIn();

    /** An ONNX model, and its {@code tokenizer.json}. */
    TextEncoder open(String name, Path model, Path tokenizer);
}
