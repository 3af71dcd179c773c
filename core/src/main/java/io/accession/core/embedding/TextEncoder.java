package io.accession.core.embedding;

import java.util.List;

/**
 * Makes vectors of texts. What is alike in meaning points in the same direction: other texts, or what else the encoder was trained with, such as
 * pictures. Safe for use by many threads.
 */
public interface TextEncoder {

    /** Tells it from others, whose vectors cannot be compared with its own. The same text has the same vector under a name. */
    String name();

    /** How it comes by vectors. */
    Kind kind();

    /** Encodes texts together. What is too long for it is cut. Takes a minute at most. */
    Outcome encode(List<String> texts);

    enum Kind {
        /** It comes with this program. */
        BUILT_IN,
        /** A model in files of the operator. */
        MODEL,
        /** A service that the operator named. */
        ENDPOINT
    }

    /** What came of encoding. */
    sealed interface Outcome {

        /** As many vectors as there were texts, in their order, of finite numbers that are not all 0. */
        record Encoded(List<float[]> vectors) implements Outcome {
            public Encoded {
                vectors = List.copyOf(vectors);
            }
        }

        /** {@code reason} is a sentence or two. */
        record Failed(String reason) implements Outcome {}
    }
}
