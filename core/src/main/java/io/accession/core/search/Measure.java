package io.accession.core.search;

/** By what items are compared. */
public sealed interface Measure {

    /** The distance of near duplicates where nobody says another. */
    double usualThreshold();

    /** Beyond it, what is no duplicate would often be taken for one, and finding all would take long. */
    double greatestThreshold();

    /** The perceptual hashes of pictures that were measured. Distances are the bits that differ, of 64. */
    record Pixels() implements Measure {
        @Override
        public double usualThreshold() {
            return 6;
        }

        @Override
        public double greatestThreshold() {
            return 11;
        }
    }

    /** Vectors of items, not of frames. Distances are 1 minus the cosine. */
    record Embedding(SearchField field) implements Measure {
        public Embedding {
            if (field.kind() != ValueKind.EMBEDDING) {
                throw new IllegalArgumentException("the field '" + field.name() + "' is no embedding");
            }
        }

        @Override
        public double usualThreshold() {
            return 0.02;
        }

        @Override
        public double greatestThreshold() {
            return 0.2;
        }
    }
}
