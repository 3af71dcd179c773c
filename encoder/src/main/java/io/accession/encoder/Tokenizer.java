package io.accession.encoder;

/**
 * What a model's texts have to look like.
 *
 * @param begin what stands before every text
 * @param end what stands behind it
 * @param padding what fills up a model's fixed length
 * @param most how many pieces a text may have, with begin and end
 */
record Tokenizer(Pieces pieces, int begin, int end, int padding, int most) {

    /** Begin and end are always there. */
    static final int AROUND = 2;

    Tokenizer {
        if (most <= AROUND) {
            throw new IllegalArgumentException("texts of " + most + " pieces have no room for words");
        }
    }

    Tokenizer withMost(int fewer) {
        return new Tokenizer(pieces, begin, end, padding, fewer);
    }
}
