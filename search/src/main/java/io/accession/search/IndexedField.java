package io.accession.search;

import io.accession.core.search.SearchField;
import io.accession.core.search.ValueKind;

/**
 * How a field stands in the index. It is worked out once, since every document asks for it.
 *
 * @param values where its values are found, compared, sorted and counted
 * @param words where its words are found, if it has any
 * @param dimensions how many numbers its vectors have; 0 of what has none
 */
record IndexedField(
        String name,
        ValueKind kind,
        String values,
        String words,
        boolean hasFrequentTerms,
        boolean isAmongAllWords,
        int dimensions) {

    static IndexedField of(SearchField field) {
        return new IndexedField(
                field.name(),
                field.kind(),
                FieldNames.values(field),
                FieldNames.words(field),
                FieldNames.hasFrequentTerms(field),
                FieldNames.isAmongAllWords(field),
                field.dimensions());
    }
}
