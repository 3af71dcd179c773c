package io.accession.search;

import io.accession.core.domain.ItemId;
import io.accession.core.schema.TypedValue;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LatLonDocValuesField;
import org.apache.lucene.document.LatLonPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.VectorSimilarityFunction;

/** A document in the making: how each kind of value is found, sorted and counted. */
final class DocumentFields {

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

    void add(IndexedField field, TypedValue value) {
        var name = field.values();
        switch (value) {
            case TypedValue.Flag flag -> addFrequentTerm(name, flag);
            case TypedValue.Id id -> addTerm(field, id);
            case TypedValue.Words words -> addWords(field, words);
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

    private void addTerm(IndexedField field, TypedValue value) {
        if (field.hasFrequentTerms()) {
            addFrequentTerm(field.values(), value);
        } else {
            document.add(new SortedSetDocValuesField(field.values(), Encoding.term(value)));
        }
    }

    /** Which values of an enum have a word is known without looking. */
    private void addWords(IndexedField field, TypedValue.Words value) {
        var text = SplitText.of(value.value());
        if (field.isAmongAllWords()) {
            document.add(new WordsField(FieldNames.WORDS, text));
        }
        switch (field.kind()) {
            case ENUM -> addTerm(field, value);
            case VARCHAR -> {
                addTerm(field, value);
                document.add(new WordsField(field.words(), text));
            }
            case TEXT -> {
                addPresence(field);
                document.add(new WordsField(field.words(), text));
            }
            case BOOLEAN, DATETIME, NUMBER, UUID, GEOSPATIAL, EMBEDDING ->
                throw new IllegalArgumentException("a field of kind " + field.kind() + " has no words");
        }
    }

    void addHash(long perceptualHash) {
        document.add(new NumericDocValuesField(FieldNames.HASH, perceptualHash));
    }

    private void addPresence(IndexedField field) {
        document.add(new StringField(FieldNames.PRESENT, field.name(), Field.Store.NO));
    }

    Document document() {
        return document;
    }
}
