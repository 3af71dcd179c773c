package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import io.accession.core.search.SearchField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.VectorSimilarityFunction;

/** A document in the making: how each kind of value is found, sorted and counted. */
final class DocumentFields {

    /** Where in a text a word stands is not asked for. */
    private static final FieldType WORDS = wordsWithoutPlaces();

    private final Document document = new Document();

    DocumentFields(ItemId item) {
        var id = item.value();
        document.add(new StringField(FieldNames.ID, Encoding.term(id), Field.Store.NO));
        document.add(new NumericDocValuesField(FieldNames.ID_HIGH, Encoding.half(id.getMostSignificantBits())));
        document.add(new NumericDocValuesField(FieldNames.ID_LOW, Encoding.half(id.getLeastSignificantBits())));
    }

    /** A frame of an item, which is added right before it. */
    static DocumentFields ofFrame(ItemId item, long frame) {
        var fields = new DocumentFields(item);
        fields.document.add(new StringField(FieldNames.IS_FRAME, FrameBlocks.ANY_FRAME.bytes(), Field.Store.NO));
        fields.document.add(new NumericDocValuesField(FieldNames.FRAME, frame));
        return fields;
    }

    private static FieldType wordsWithoutPlaces() {
        var type = new FieldType(TextField.TYPE_NOT_STORED);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        type.freeze();
        return type;
    }

    void add(SearchField field, TypedValue value) {
        var name = FieldNames.values(field);
        switch (value) {
            case TypedValue.Flag flag -> addFrequentTerm(name, flag);
            case TypedValue.Id id -> addTerm(field, name, id);
            case TypedValue.Words words -> addWords(field, name, words);
            case TypedValue.Quantity(var number) ->
                document.add(SortedNumericDocValuesField.indexedField(name, Encoding.number(number)));
            case TypedValue.Moment(var moment) ->
                document.add(SortedNumericDocValuesField.indexedField(name, Encoding.moment(moment)));
            case TypedValue.Place(var latitude, var longitude) -> {
                document.add(new LatLonPoint(name, latitude, longitude));
                document.add(new LatLonDocValuesField(name, latitude, longitude));
            }
            case TypedValue.Vector(var vector) -> {
                addPresence(field);
                UnitVector.of(vector)
                        .ifPresent(unit -> document.add(
                                new KnnFloatVectorField(name, unit, VectorSimilarityFunction.DOT_PRODUCT)));
            }
        }
    }

    /** Lists of the documents that have a term are worth their while where many have the same. */
    private void addFrequentTerm(String name, TypedValue value) {
        document.add(new KeywordField(name, Encoding.term(value), Field.Store.NO));
    }

    private void addRareTerm(String name, TypedValue value) {
        document.add(new SortedSetDocValuesField(name, Encoding.term(value)));
    }

    private void addTerm(SearchField field, String name, TypedValue value) {
        if (FieldNames.hasFrequentTerms(field)) {
            addFrequentTerm(name, value);
        } else {
            addRareTerm(name, value);
        }
    }

    /** Which values of an enum have a word is known without looking. */
    private void addWords(SearchField field, String name, TypedValue.Words value) {
        if (FieldNames.isAmongAllWords(field)) {
            document.add(new Field(FieldNames.WORDS, value.value(), WORDS));
        }
        switch (field.kind()) {
            case ENUM -> addTerm(field, name, value);
            case VARCHAR -> {
                addTerm(field, name, value);
                document.add(new Field(FieldNames.words(field), value.value(), WORDS));
            }
            case TEXT -> {
                addPresence(field);
                document.add(new Field(FieldNames.words(field), value.value(), WORDS));
            }
            case BOOLEAN, DATETIME, NUMBER, UUID, GEOSPATIAL, EMBEDDING ->
                throw new IllegalArgumentException("a field of kind " + field.kind() + " has no words");
        }
    }

    void addHash(long perceptualHash) {
        document.add(new NumericDocValuesField(FieldNames.HASH, perceptualHash));
    }

    private void addPresence(SearchField field) {
        document.add(new StringField(FieldNames.PRESENT, field.name(), Field.Store.NO));
    }

    Document document() {
        return document;
    }
}
