package io.accession.search;

import io.accession.core.search.ItemProperty;
import io.accession.core.search.SearchField;

/** What fields are called in the index. A name tells the kind of its values, so that a key may change its type. */
final class FieldNames {

    /** The sixteen bytes of the item's id, for finding documents by it. */
    static final String ID = "id";

    /** The halves of the item's id as numbers that sort as ids do. */
    static final String ID_HIGH = "id.high";

    static final String ID_LOW = "id.low";

    /** The words of the title, of the metadata and of the content, together. */
    static final String WORDS = "words";

    /** Names of the fields whose values leave no other trace by which their presence could be told. */
    static final String PRESENT = "present";

    /** The number of a frame; items have none. */
    static final String FRAME = "frame";

    /** Tells frames from items. */
    static final String IS_FRAME = "frame.is";

    /** The 64 bits of a picture's perceptual hash, as a number. */
    static final String HASH = "hash";

    static final String FOLDER = values(new SearchField.Property(ItemProperty.FOLDER));

    private FieldNames() {}

    /** Where values are found, compared, sorted and counted. */
    static String values(SearchField field) {
        return switch (field.kind()) {
            case BOOLEAN, UUID, ENUM, VARCHAR -> "term." + field.name();
            case NUMBER -> "number." + field.name();
            case DATETIME -> "moment." + field.name();
            case GEOSPATIAL -> "place." + field.name();
            case EMBEDDING -> vectors(field.name());
            case TEXT -> PRESENT;
        };
    }

    /** Where the vectors of a field are, whatever their length. */
    static String vectors(String field) {
        return "vector." + field;
    }

    /** Where the words of one field are found. */
    static String words(SearchField field) {
        return "words." + field.name();
    }

    static boolean isAmongAllWords(SearchField field) {
        return switch (field) {
            case SearchField.Property(var property) ->
                property == ItemProperty.NAME || property == ItemProperty.CONTENT;
            case SearchField.Metadata _ -> true;
        };
    }

    /** Whether many items have the same value, as a rule: of what has few values, and of what items lie in or come through. */
    static boolean hasFrequentTerms(SearchField field) {
        return switch (field.kind()) {
            case BOOLEAN, ENUM -> true;
            case UUID -> field instanceof SearchField.Property;
            case DATETIME, NUMBER, VARCHAR, TEXT, GEOSPATIAL, EMBEDDING -> false;
        };
    }
}
