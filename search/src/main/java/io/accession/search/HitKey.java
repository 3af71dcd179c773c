package io.accession.search;

/** Something that hits are sorted by. */
sealed interface HitKey {

    /** How well a hit fits; the best comes first. */
    record Score() implements HitKey {}

    /** The least number of a document. {@code missing} stands for documents without one. */
    record Numeric(String field, boolean isDescending, long missing) implements HitKey {}

    /** The least term of a document. Documents without one come last. */
    record Term(String field, boolean isDescending) implements HitKey {}
}
