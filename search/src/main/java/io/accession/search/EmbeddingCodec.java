package io.accession.search;

import io.accession.core.schema.FieldType;
import io.accession.core.schema.MetadataSchema;
import io.accession.core.search.SearchField;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.KnnVectorsReader;
import org.apache.lucene.codecs.KnnVectorsWriter;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's own codec, which writes vectors as long as embeddings may be, each as it is and once more roughly: in one bit a number, or in seven where the
 * numbers are few. It is read by Lucene's own, whose names it keeps.
 */
final class EmbeddingCodec extends Lucene104Codec {

    /** docs/decisions/0085 says where the numbers come from. */
    private static final int CONNECTIONS = 16;

    private static final int EXPLORED_WHEN_BUILT = 100;
    private static final int FEW_NUMBERS = 128;

    private static final KnnVectorsFormat OF_MANY_NUMBERS = format(ScalarEncoding.SINGLE_BIT_QUERY_NIBBLE);
    private static final KnnVectorsFormat OF_FEW_NUMBERS = format(ScalarEncoding.SEVEN_BIT);

    private final Set<String> ofFewNumbers;

    /** For the embeddings of a schema. */
    EmbeddingCodec(MetadataSchema schema) {
        this.ofFewNumbers = schema.fields().entrySet().stream()
                .filter(field -> field.getValue() instanceof FieldType.Embedding type && type.size() < FEW_NUMBERS)
                .map(field -> new SearchField.Metadata(field.getKey(), (FieldType.Embedding) field.getValue()))
                .map(FieldNames::values)
                .collect(Collectors.toSet());
    }

    private static KnnVectorsFormat format(ScalarEncoding encoding) {
        return new LongVectors(
                new Lucene104HnswScalarQuantizedVectorsFormat(encoding, CONNECTIONS, EXPLORED_WHEN_BUILT));
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return ofFewNumbers.contains(field) ? OF_FEW_NUMBERS : OF_MANY_NUMBERS;
    }

    /** Lucene writes at most 1,024 numbers on its own; the format itself has no such limit. */
    private static final class LongVectors extends KnnVectorsFormat {

        private final KnnVectorsFormat format;

        LongVectors(KnnVectorsFormat format) {
            super(format.getName());
            this.format = format;
        }

        @Override
        public KnnVectorsWriter fieldsWriter(SegmentWriteState state) throws IOException {
            return format.fieldsWriter(state);
        }

        @Override
        public KnnVectorsReader fieldsReader(SegmentReadState state) throws IOException {
            return format.fieldsReader(state);
        }

        @Override
        public int getMaxDimensions(String field) {
            return FieldType.Embedding.MOST;
        }
    }
}
